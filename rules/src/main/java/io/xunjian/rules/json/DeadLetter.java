package io.xunjian.rules.json;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.wire.Codec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A record that is not an event, with its place and its bytes.
 *
 * @param file the file it stood in, {@code null} where it came from Kafka
 * @param partition of the topic; 0 for a file
 * @param position the record's offset, or its line from 1
 * @param field that was at fault, {@code null} where none can be named
 * @param value its bytes, the first {@link #KEPT} of them; {@code null} for a tombstone
 */
@SuppressWarnings("ArrayRecordComponent") // letters are written, never compared
public record DeadLetter(
        Stream stream, String file, int partition, long position, Reason reason, String field, byte[] value) {

    public static final int KEPT = 1 << 16;

    public static final Codec<DeadLetter> CODEC = new DeadLetterCodec();

    private static final JsonFactory JSON = new JsonFactory();

    /** The first bytes of a record, as a dead letter keeps them. */
    public static byte[] kept(byte[] bytes, int from, int length) {
        return Arrays.copyOfRange(bytes, from, from + Math.min(length, KEPT));
    }

    /** The same record, {@code lines} further down in its file. */
    public DeadLetter movedBy(long lines) {
        return new DeadLetter(stream, file, partition, position + lines, reason, field, value);
    }

    /** One JSON object, UTF-8: {@code value} as text, or {@code valueBase64} where it is none. */
    public byte[] toJson() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = JSON.createGenerator(bytes, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeStringField("stream", stream.topic());
            if (file == null) {
                json.writeNumberField("partition", partition);
                json.writeNumberField("offset", position);
            } else {
                json.writeStringField("file", file);
                json.writeNumberField("line", position);
            }
            json.writeStringField("reason", reason.name());
            if (field != null) {
                json.writeStringField("field", field);
            }
            writeValue(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    private void writeValue(JsonGenerator json) throws IOException {
        if (value == null) {
            json.writeNullField("value");
        } else if (Utf8.isValid(value, 0, value.length)) {
            json.writeStringField("value", new String(value, StandardCharsets.UTF_8));
        } else {
            json.writeBinaryField("valueBase64", value);
        }
    }
}
