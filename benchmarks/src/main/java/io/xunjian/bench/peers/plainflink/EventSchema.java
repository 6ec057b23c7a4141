package io.xunjian.bench.peers.plainflink;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.apache.flink.api.common.serialization.AbstractDeserializationSchema;

/** A record's value is an event. */
final class EventSchema extends AbstractDeserializationSchema<Event> {

    private static final JsonFactory JSON = new JsonFactory();

    EventSchema() {
        super(Event.class);
    }

    @Override
    public Event deserialize(byte[] value) throws IOException {
        try (JsonParser json = JSON.createParser(value)) {
            json.nextToken();
            return EventReader.read(json);
        }
    }
}
