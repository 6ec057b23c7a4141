package io.xunjian.rules.json;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.wire.Codec;
import io.xunjian.rules.wire.Wire;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A fact that came when its key was forgotten, or pruned past it: it changes no verdict any more.
 *
 * @param kind the kind of facts that it would have been
 * @param key its key there
 * @param watermark epoch ms up to which all was taken as known when it came
 */
public record LateEvent(Event event, String kind, String key, long watermark) {

    public static final Codec<LateEvent> CODEC = new LateEventCodec();

    private static final JsonFactory JSON = new JsonFactory();

    /** How far behind the watermark it came, in ms. */
    public long lateness() {
        return watermark - event.eventTime();
    }

    /** One JSON object, UTF-8. */
    public byte[] toJson() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = JSON.createGenerator(bytes, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeStringField("eventId", event.eventId());
            json.writeStringField("eventType", event.type().name());
            json.writeNumberField("eventTime", event.eventTime());
            json.writeStringField("kind", kind);
            json.writeStringField("key", key);
            json.writeNumberField("watermark", watermark);
            json.writeNumberField("lateness", lateness());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    /** A late event on its way to a sink. */
    private static final class LateEventCodec implements Codec<LateEvent> {

        @Override
        public String name() {
            return "late-event";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public void write(LateEvent late, DataOutput out) throws IOException {
            Event.CODEC.write(late.event, out);
            Wire.writeText(late.kind, out);
            Wire.writeText(late.key, out);
            out.writeLong(late.watermark);
        }

        @Override
        public LateEvent read(int version, DataInput in) throws IOException {
            Event event = Event.CODEC.read(Event.CODEC.version(), in);
            return new LateEvent(event, Wire.readText(in), Wire.readText(in), in.readLong());
        }
    }
}
