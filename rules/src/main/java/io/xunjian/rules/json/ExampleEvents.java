package io.xunjian.rules.json;

import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.Stream;
import java.nio.charset.StandardCharsets;

/** Reads records that stand alone, outside of any stream: each is taken for one of the stream that knows its type. */
public final class ExampleEvents {

    private ExampleEvents() {}

    /** The event in a record that has no {@link #faultOf fault}. */
    public static Event read(String json) {
        for (Stream stream : Stream.values()) {
            Event event = decode(new EventDecoder(stream), json);
            if (event != null) {
                return event;
            }
        }
        throw new IllegalArgumentException("No event: " + json);
    }

    /**
     * Why a record is no event of any stream, {@code null} where it is one. A field that a stream would pass over is a fault:
     * an example has it because it was misspelt.
     */
    public static String faultOf(String json) {
        String fault = null;
        for (Stream stream : Stream.values()) {
            EventDecoder decoder = new EventDecoder(stream);
            Event event = decode(decoder, json);
            if (event != null) {
                return decoder.ignoredFields() == 0 ? null : "a field that " + event.type() + " does not have";
            }
            if (fault == null || decoder.reason() != Reason.UNKNOWN_TYPE) {
                fault = decoder.reason() + (decoder.field() == null ? "" : " '" + decoder.field() + "'");
            }
        }
        return fault;
    }

    private static Event decode(EventDecoder decoder, String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return decoder.decode(bytes, 0, bytes.length);
    }
}
