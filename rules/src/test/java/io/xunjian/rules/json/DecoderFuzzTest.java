package io.xunjian.rules.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.testing.Records;
import io.xunjian.rules.testing.RoundTrip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Spoils good records in every way that comes to mind, and compares with a reader that is not ours. */
class DecoderFuzzTest {

    private static final int RECORDS = 100_000;
    private static final ObjectReader OTHER = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);
    private static final String[] TOKENS = {
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "null",
        "true",
        "-",
        "1e9",
        "0.5",
        "99999999999999999999",
        "\\u0000",
        "\\ud800",
        "\\",
        "\"eventId\":\"e1\",",
        "\"a\":{\"b\":1,\"b\":2},",
        "\"eventTime\":\"2022-08-01T10:00:00Z\",",
        " ",
        "\0",
        "中",
        "\uD83D\uDE9A",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
        "\uFEFF",
        "/**/",
        "NaN",
        "'"
    };

    private final Random random = new Random(20_220_801);
    private final List<Records.Good> corpus = Records.all();
    private final Map<Stream, EventDecoder> decoders = new EnumMap<>(Stream.class);
    private final EnumSet<Reason> reasons = EnumSet.noneOf(Reason.class);
    private int events;

    @Test
    void everySpoiltRecordIsAnEventOrRefusedWithAReason() {
        for (int i = 0; i < RECORDS; i++) {
            Records.Good good = corpus.get(random.nextInt(corpus.size()));
            byte[] record = good.json().getBytes(StandardCharsets.UTF_8);
            for (int spoilings = 1 + random.nextInt(3); spoilings > 0; spoilings--) {
                record = spoilt(record);
            }
            check(good.stream(), record);
        }
        assertThat(events).isBetween(RECORDS / 100, RECORDS / 2);
        assertThat(reasons)
                .containsAll(EnumSet.complementOf(EnumSet.of(Reason.FROM_THE_FUTURE, Reason.TOO_LARGE, Reason.EMPTY)));
    }

    private void check(Stream stream, byte[] record) {
        EventDecoder decoder = decoders.computeIfAbsent(stream, EventDecoder::new);
        Event event = decoder.decode(record, 0, record.length);
        String told = new String(record, StandardCharsets.UTF_8);
        if (event == null) {
            assertThat(decoder.reason()).as(told).isNotNull();
            reasons.add(decoder.reason());
            return;
        }
        events++;
        assertThat(decoder.reason()).as(told).isNull();
        assertThat(isObject(record)).as("the other reader takes %s", told).isTrue();
        assertThat(RoundTrip.of(Event.CODEC, event)).as(told).isEqualTo(event);
        assertThat(event).as(told).isEqualTo(new EventDecoder(stream).decode(record, 0, record.length));
    }

    private static boolean isObject(byte[] record) {
        try {
            JsonNode node = OTHER.readValue(record);
            return node != null && node.isObject();
        } catch (JsonProcessingException e) {
            return false;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private byte[] spoilt(byte[] record) {
        if (record.length == 0) {
            return record;
        }
        int at = random.nextInt(record.length);
        int to = Math.min(record.length, at + 1 + random.nextInt(8));
        return switch (random.nextInt(8)) {
            case 0 -> replaced(record, at, at + 1, new byte[] {(byte) random.nextInt(256)});
            case 1 -> replaced(record, at, at + 1, new byte[] {(byte) (record[at] ^ 1 << random.nextInt(8))});
            case 2 -> replaced(record, at, to, new byte[0]);
            case 3 -> replaced(record, at, at, Arrays.copyOfRange(record, at, to));
            case 4 -> replaced(record, at, at, token());
            case 5 -> replaced(record, at, to, token());
            case 6 -> spliced(record, at);
            default -> withEntryOf(record, corpus.get(random.nextInt(corpus.size())));
        };
    }

    private byte[] token() {
        return TOKENS[random.nextInt(TOKENS.length)].getBytes(StandardCharsets.UTF_8);
    }

    private byte[] spliced(byte[] record, int at) {
        byte[] other = corpus.get(random.nextInt(corpus.size())).json().getBytes(StandardCharsets.UTF_8);
        int from = random.nextInt(other.length);
        return replaced(record, at, record.length, Arrays.copyOfRange(other, from, other.length));
    }

    /** Puts a field of another record at the beginning. */
    private byte[] withEntryOf(byte[] record, Records.Good other) {
        String[] entries = other.json().substring(1, other.json().length() - 1).split(",", -1);
        String entry = entries[random.nextInt(entries.length)] + ",";
        return replaced(record, 1, 1, entry.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] replaced(byte[] record, int from, int to, byte[] by) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(record.length + by.length);
        bytes.write(record, 0, Math.min(from, record.length));
        bytes.write(by, 0, by.length);
        bytes.write(record, Math.min(to, record.length), Math.max(0, record.length - to));
        return bytes.toByteArray();
    }
}
