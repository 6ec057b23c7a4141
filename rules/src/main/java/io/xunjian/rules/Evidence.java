package io.xunjian.rules;

import io.xunjian.rules.event.Event;
import io.xunjian.rules.wire.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;

/**
 * A fact that a verdict rests on, by name.
 *
 * @param eventId of the event, or the alert's id where a rule judges other rules' breaches
 * @param eventType of the event, or the other rule's code
 * @param eventTime epoch milliseconds
 */
public record Evidence(String eventId, String eventType, long eventTime) implements Comparable<Evidence>, Serializable {

    public static Evidence of(Event event) {
        return new Evidence(event.eventId(), event.type().name(), event.eventTime());
    }

    /** The first of two by (time, id); {@code null} is no act at all. */
    public static Evidence first(Evidence a, Evidence b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.compareTo(b) <= 0 ? a : b;
    }

    /** Orders by time, ties by id. */
    @Override
    public int compareTo(Evidence other) {
        int byTime = Long.compare(eventTime, other.eventTime);
        return byTime != 0 ? byTime : Utf8Order.compare(eventId, other.eventId);
    }

    public void write(DataOutput out) throws IOException {
        Wire.writeText(eventId, out);
        Wire.writeText(eventType, out);
        Wire.writeNumber(eventTime, out);
    }

    public static Evidence read(DataInput in) throws IOException {
        return new Evidence(Wire.readText(in), Wire.readText(in).intern(), Wire.readNumber(in));
    }
}
