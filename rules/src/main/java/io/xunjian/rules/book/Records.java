package io.xunjian.rules.book;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.json.ExampleEvents;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads the events of a small history: each a record as a stream carries it, in JSON as a text, or the same as a mapping.
 * A mapping may leave out the {@code eventId}: it is then {@code e-1} for the first event, {@code e-2} for the second, ….
 */
final class Records {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String EVENT_ID = "eventId";

    private Records() {}

    static List<String> read(YamlMapping parent, String name) {
        List<String> records = new ArrayList<>();
        Map<String, Event> byId = new HashMap<>();
        for (Node node : parent.nodes(name)) {
            int place = records.size() + 1;
            String record = text(node, "e-" + place);
            String fault = ExampleEvents.faultOf(record);
            if (fault != null) {
                parent.fault(name, node, "has no event as its " + place + ". entry: " + fault);
            } else if (isAnother(ExampleEvents.read(record), byId)) {
                parent.fault(name, node, "has as its " + place + ". entry another event of an earlier one's eventId");
            }
            records.add(record);
        }
        return records;
    }

    /** Whether an earlier event has that id; the same event again is a redelivery. */
    private static boolean isAnother(Event event, Map<String, Event> byId) {
        Event earlier = byId.putIfAbsent(event.eventId(), event);
        return earlier != null && !earlier.equals(event);
    }

    private static String text(Node node, String eventId) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            if (node instanceof MappingNode mapping) {
                write(mapping, eventId, json);
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory cannot fail", e);
        }
        return text.toString();
    }

    private static void write(MappingNode mapping, String eventId, JsonGenerator json) throws IOException {
        if (mapping.getValue().stream().noneMatch(field -> EVENT_ID.equals(nameOf(field)))) {
            json.writeStringField(EVENT_ID, eventId);
        }
        for (NodeTuple field : mapping.getValue()) {
            json.writeFieldName(nameOf(field));
            writeValue(field.getValueNode(), json);
        }
    }

    private static String nameOf(NodeTuple field) {
        return field.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
    }

    /** No field of an event is nested: what is has the wrong type, whatever stands in it. */
    private static void writeValue(Node node, JsonGenerator json) throws IOException {
        if (!(node instanceof ScalarNode scalar)) {
            json.writeStartObject();
            json.writeEndObject();
        } else if (Tag.INT.equals(node.getTag()) || Tag.FLOAT.equals(node.getTag())) {
            json.writeNumber(scalar.getValue());
        } else if (Tag.BOOL.equals(node.getTag())) {
            json.writeBoolean(Boolean.parseBoolean(scalar.getValue()));
        } else if (Tag.NULL.equals(node.getTag())) {
            json.writeNull();
        } else {
            json.writeString(scalar.getValue());
        }
    }
}
