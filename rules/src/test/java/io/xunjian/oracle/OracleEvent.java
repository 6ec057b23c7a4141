package io.xunjian.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/**
 * One event as it was written.
 *
 * @param time epoch ms
 */
record OracleEvent(String id, String type, long time, JsonNode fields) {

    /** The plain order of the UTF-8 bytes. */
    static final Comparator<String> BY_BYTES =
            (a, b) -> Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

    static final Comparator<OracleEvent> BY_TIME_AND_ID =
            Comparator.comparingLong(OracleEvent::time).thenComparing(OracleEvent::id, BY_BYTES);

    boolean is(String eventType) {
        return type.equals(eventType);
    }

    boolean has(String field) {
        return fields.hasNonNull(field);
    }

    /** The text of a field, null where it is absent. */
    String text(String field) {
        return has(field) ? fields.get(field).textValue() : null;
    }

    String text(String field, String otherwise) {
        return has(field) ? text(field) : otherwise;
    }

    long number(String field) {
        return fields.get(field).longValue();
    }

    boolean flag(String field, boolean otherwise) {
        return has(field) ? fields.get(field).booleanValue() : otherwise;
    }

    /** The instant of a field, in epoch ms. */
    long instant(String field) {
        return OracleContract.instant(fields.get(field));
    }
}
