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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

    private final Random random = new Random(20_220_801);
    private final List<Records.Good> corpus = Records.all();
    private final Spoiler spoiler = new Spoiler(corpus, random);
    private final Map<Stream, EventDecoder> decoders = new EnumMap<>(Stream.class);
    private final EnumSet<Reason> reasons = EnumSet.noneOf(Reason.class);
    private int events;

    @Test
    void everySpoiltRecordIsAnEventOrRefusedWithAReason() {
        for (int i = 0; i < RECORDS; i++) {
            Records.Good good = corpus.get(random.nextInt(corpus.size()));
            check(good.stream(), spoiler.spoilt(good.json().getBytes(StandardCharsets.UTF_8)));
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
}
