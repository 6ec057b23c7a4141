package io.xunjian.rules.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.testing.Poison;
import io.xunjian.rules.testing.PoisonFields;
import io.xunjian.rules.testing.Records;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read as a plain record is what the parser would have read. The parser reads what a line end stands behind. */
class PlainRecordTest {

    private static final int SPOILT_RECORDS = 200_000;

    private static List<Records.Good> ascii() {
        return Records.all().stream()
                .filter(good -> good.json().chars().allMatch(c -> c < 0x7F))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("ascii")
    void aGoodRecordOfAsciiIsPlain(Records.Good good) {
        assertThat(isPlain(good.json())).isTrue();
        assertThat(isPlain(good.json().replace(":", ": ").replace(",", ", "))).isTrue();
        assertThat(isPlain(good.json().replaceFirst("\\{", "{ ").replaceFirst("}$", " } ")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'eventId':'e1'}\n",
                "{'eventId':'e\\u0031'}",
                "{'eventId':'é'}",
                "{'eventId':'\u007F'}",
                "{'eventId':'a\tb'}",
                "{'eventId':-1}",
                "{'eventId':1.5}",
                "{'eventId':1e5}",
                "{'eventId':01}",
                "{'eventId':1234567890123456789}",
                "{'eventId':[]}",
                "{'eventId':{}}",
                "{'eventId':truer}",
                "{'eventId':'e1','eventId':'e1'}",
                "{'eventId':'e1','unknown':1}",
                "{'eventId':'e1',}",
                "{'eventId':'e1'",
                "{'eventId':'e1",
                "{'eventId':",
                "{'eventId'",
                "{}",
                "{"
            })
    void whateverElseIsLeftToTheParser(String record) {
        assertThat(isPlain(Records.json(record))).isFalse();
    }

    @Test
    void aPlainRecordEndsWhereTheRecordEnds() {
        byte[] record = Records.json("{'eventId':'e1'}").getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length <= record.length; length++) {
            assertThat(new PlainRecord(new Slots()).read(record, 0, length)).isEqualTo(length == record.length);
        }
    }

    @Test
    void theParserReadsTheSameInWhatIsSpoilt() {
        List<Sample> corpus = corpus();
        Random random = new Random(20_250_601);
        Spoiler spoiler = new Spoiler(Records.all(), random);
        Readers[] readers = Arrays.stream(Stream.values()).map(Readers::new).toArray(Readers[]::new);
        corpus.forEach(sample -> readers[sample.stream.ordinal()].compare(sample.record));
        for (int i = 0; i < SPOILT_RECORDS; i++) {
            Sample sample = corpus.get(random.nextInt(corpus.size()));
            readers[sample.stream.ordinal()].compare(spoiler.spoilt(sample.record));
        }
        assertThat(Arrays.stream(readers).mapToInt(reader -> reader.plain).sum())
                .isBetween(SPOILT_RECORDS / 20, SPOILT_RECORDS / 4);
    }

    private static boolean isPlain(String record) {
        byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
        return new PlainRecord(new Slots()).read(bytes, 0, bytes.length);
    }

    @SuppressWarnings("ArrayRecordComponent") // a row of a table, never compared
    private record Sample(Stream stream, byte[] record) {}

    /** As many good records as poisoned ones. */
    private static List<Sample> corpus() {
        List<Sample> samples = new ArrayList<>();
        for (List<Poison> table : List.of(
                Poison.notJson(),
                Poison.duplicates(),
                PoisonFields.missing(),
                PoisonFields.invalid(),
                PoisonFields.unknownTypes(),
                PoisonFields.outOfRange())) {
            table.forEach(poison -> samples.add(new Sample(poison.stream(), poison.value())));
        }
        List<Records.Good> good = Records.all();
        for (int i = samples.size(); i > 0; i--) {
            Records.Good each = good.get(i % good.size());
            samples.add(new Sample(each.stream(), each.json().getBytes(StandardCharsets.UTF_8)));
        }
        return samples;
    }

    private record Outcome(Event event, Reason reason, String field, long ignoredFields) {}

    private static Outcome outcome(EventDecoder decoder, byte[] record) {
        Event event = decoder.decode(record, 0, record.length);
        return new Outcome(event, decoder.reason(), decoder.field(), decoder.ignoredFields());
    }

    /** Two decoders of a stream: one is given records as they are, the other with a line end behind. */
    private static final class Readers {

        private final EventDecoder either;
        private final EventDecoder parser;
        private int plain;

        Readers(Stream stream) {
            either = new EventDecoder(stream);
            parser = new EventDecoder(stream);
        }

        void compare(byte[] record) {
            byte[] withLineEnd = Arrays.copyOf(record, record.length + 1);
            withLineEnd[record.length] = '\n';
            assertThat(outcome(either, record))
                    .as(new String(record, StandardCharsets.UTF_8))
                    .isEqualTo(outcome(parser, withLineEnd));
            plain += new PlainRecord(new Slots()).read(record, 0, record.length) ? 1 : 0;
        }
    }
}
