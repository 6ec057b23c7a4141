package io.xunjian.bench.peers.plainflink;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.reader.SimpleStreamFormat;
import org.apache.flink.connector.file.src.reader.StreamFormat;
import org.apache.flink.core.fs.FSDataInputStream;

/** Files of JSON Lines: to Jackson, one object after the other. */
final class EventFormat extends SimpleStreamFormat<Event> {

    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public Reader createReader(Configuration configuration, FSDataInputStream in) throws IOException {
        return new Reader(JSON.createParser(in));
    }

    @Override
    public TypeInformation<Event> getProducedType() {
        return TypeInformation.of(Event.class);
    }

    /** Gives one event after the other. */
    static final class Reader implements StreamFormat.Reader<Event> {

        private final JsonParser json;

        private Reader(JsonParser json) {
            this.json = json;
        }

        @Override
        public Event read() throws IOException {
            return json.nextToken() == null ? null : EventReader.read(json);
        }

        @Override
        public void close() throws IOException {
            json.close();
        }
    }
}
