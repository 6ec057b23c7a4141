package io.xunjian.rules.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.EventType;
import io.xunjian.rules.event.Stream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Reads the records of one stream: the bytes of a Kafka value or of a line. A record is an event or is refused with a
 * reason, never an exception. Not for use by two threads at once.
 */
public final class EventDecoder {

    /** A record of more bytes is refused. */
    public static final int LARGEST = 1 << 20;

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(64)
                    .maxNumberLength(100)
                    .maxNameLength(LARGEST)
                    .maxStringLength(LARGEST)
                    .build())
            .build();

    private final Slots slots = new Slots();
    private final PlainRecord plain = new PlainRecord(slots);
    private final Duplicates duplicates = new Duplicates();
    private final Checks checks;
    private final Assembly assembly = new Assembly(slots);

    private long ignoredFields;
    private int unnamedFields;
    private Reason reason;
    private String field;

    public EventDecoder(Stream stream) {
        this.checks = new Checks(slots, stream);
    }

    /** The event in these bytes, or {@code null}: then {@link #reason} and {@link #field} say why it is none. */
    public Event decode(byte[] bytes, int from, int length) {
        reason = null;
        field = null;
        int start = from;
        int end = from + length;
        while (start < end && isSpace(bytes[start])) {
            start++;
        }
        if (start == end) {
            return refuse(Reason.EMPTY, null);
        }
        if (length > LARGEST) {
            return refuse(Reason.TOO_LARGE, null);
        }
        if (readPlain(bytes, start, end)) {
            return event();
        }
        if (bytes[start] != '{' || !Utf8.isValid(bytes, start, end) || looksLikeUtf16(bytes, start, end)) {
            return refuse(Reason.NOT_JSON, null);
        }
        return read(bytes, start, end - start) ? event() : null;
    }

    /** Why the last record was refused. */
    public Reason reason() {
        return reason;
    }

    /** The field that was at fault, {@code null} where none can be named. */
    public String field() {
        return field;
    }

    /** How many fields of all events so far the contract does not name. */
    public long ignoredFields() {
        return ignoredFields;
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }

    /** The parser would otherwise guess an encoding from the place of the first zero bytes. */
    private static boolean looksLikeUtf16(byte[] bytes, int start, int end) {
        for (int i = start + 1; i < Math.min(end, start + 4); i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private boolean readPlain(byte[] bytes, int start, int end) {
        slots.clear();
        unnamedFields = 0;
        return plain.read(bytes, start, end);
    }

    /** Fills the slots; whether the record is one JSON object without a name twice. */
    private boolean read(byte[] bytes, int from, int length) {
        slots.clear();
        duplicates.clear();
        unnamedFields = 0;
        String twice = null;
        try (JsonParser parser = JSON.createParser(bytes, from, length)) {
            parser.nextToken();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                if (!take(name, parser) && twice == null) {
                    twice = name;
                }
            }
            if (parser.nextToken() != null) {
                refuse(Reason.NOT_JSON, null);
                return false;
            }
        } catch (JsonProcessingException e) {
            refuse(Reason.NOT_JSON, null);
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory cannot fail", e);
        }
        if (twice != null) {
            refuse(Reason.DUPLICATE_FIELD, twice);
        }
        return twice == null;
    }

    private boolean take(String name, JsonParser parser) throws IOException {
        Field named = Field.named(name);
        JsonToken token = parser.nextToken();
        boolean isFirst;
        if (named != null) {
            isFirst = slots.take(named, token, parser);
        } else {
            unnamedFields++;
            isFirst = duplicates.isFirst(name);
        }
        return (!token.isStructStart() || Duplicates.passOver(parser)) && isFirst;
    }

    private Event event() {
        EventType type = checks.passed();
        if (type == null) {
            return refuse(checks.reason(), checks.field().jsonName);
        }
        Schema schema = Schema.of(type);
        ignoredFields += unnamedFields + Long.bitCount(slots.present() & ~schema.named);
        return assembly.build(type, schema);
    }

    private Event refuse(Reason why, String at) {
        reason = why;
        field = at;
        return null;
    }
}
