package io.xunjian.backtest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xunjian.rules.Utf8Order;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.files.EventFiles.EventFile;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells with each example of a comparison what happened: the events of the keys in which the alert was found, or was not. For
 * that the events are read again; a folder that is too large for it is left alone, and examples have their evidence.
 */
public final class ExampleHistories {

    /** Bytes of events that are read again in about a second. */
    private static final long LARGEST_FOLDER = 256L << 20;

    private static final int EVENTS_KEPT = 100;

    private static final Comparator<Event> IN_ORDER =
            Comparator.comparingLong(Event::eventTime).thenComparing(Event::eventId, Utf8Order::compare);

    private ExampleHistories() {}

    /**
     * Adds {@code history} and {@code historyCount} to the examples.
     *
     * @param horizon epoch ms: what happened later is not told
     */
    public static void tell(Comparison comparison, List<EventFile> files, long horizon) throws IOException {
        List<ObjectNode> examples = comparison.examples();
        if (examples.isEmpty() || files.stream().mapToLong(EventFile::bytes).sum() > LARGEST_FOLDER) {
            return;
        }
        Set<KeyName> names = new LinkedHashSet<>();
        examples.forEach(example -> names.addAll(namesOf(example)));
        KeyEvents events = KeyEvents.read(files, horizon, names);
        for (ObjectNode example : examples) {
            tell(example, events.of(namesOf(example)));
        }
    }

    private static Set<KeyName> namesOf(ObjectNode example) {
        return KeyName.ofAlert(example.get("alertId").asText());
    }

    private static void tell(ObjectNode example, List<Event> events) {
        ArrayNode history = example.putArray("history");
        events.stream()
                .sorted(IN_ORDER)
                .limit(EVENTS_KEPT)
                .forEach(event -> history.addObject()
                        .put("eventId", event.eventId())
                        .put("eventType", event.type().name())
                        .put("eventTime", event.eventTime()));
        example.put("historyCount", events.size());
    }
}
