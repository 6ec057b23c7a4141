package io.xunjian.cluster.traffic;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.xunjian.rules.event.EventType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** An event before it is written: its type, when it happened (epoch milliseconds) and its fields. */
final class Fact {

    private static final JsonFactory JSON = new JsonFactory();

    private final EventType type;
    private final String key;
    private final long eventTime;
    private final Map<String, Object> fields = new LinkedHashMap<>();

    Fact(EventType type, String key, String eventId, long eventTime) {
        this.type = type;
        this.key = key;
        this.eventTime = eventTime;
        with("eventId", eventId);
        with("eventType", type.name());
        with("eventTime", eventTime);
    }

    /** Takes a field: a text, a number or a flag. {@code null} leaves it out. */
    Fact with(String field, Object value) {
        if (value == null) {
            fields.remove(field);
        } else {
            fields.put(field, value);
        }
        return this;
    }

    Fact copy() {
        Fact copy = new Fact(type, key, "", eventTime);
        copy.fields.putAll(fields);
        return copy;
    }

    EventType type() {
        return type;
    }

    String key() {
        return key;
    }

    long eventTime() {
        return eventTime;
    }

    byte[] json() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = JSON.createGenerator(bytes, JsonEncoding.UTF8)) {
            json.writeStartObject();
            for (Map.Entry<String, Object> field : fields.entrySet()) {
                json.writeObjectField(field.getKey(), field.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }
}
