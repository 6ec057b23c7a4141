package io.xunjian.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunjian.rules.History;
import io.xunjian.rules.Instants;
import io.xunjian.rules.event.CallDirection;
import io.xunjian.rules.event.CallResult;
import io.xunjian.rules.event.CallSource;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.EventBuilder;
import io.xunjian.rules.event.EventType;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.files.Count;
import io.xunjian.rules.files.EventFiles;
import io.xunjian.rules.files.OutFolder;
import io.xunjian.rules.files.Summary;
import io.xunjian.rules.testing.Books;
import io.xunjian.rules.testing.Cases;
import io.xunjian.rules.testing.EventJson;
import io.xunjian.rules.testing.Histories;
import io.xunjian.rules.testing.NetAlert;
import io.xunjian.rules.testing.RandomHistory;
import io.xunjian.rules.testing.Seeds;
import io.xunjian.rules.testing.Times;
import io.xunjian.rules.trial.Trial;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A whole history judged at once. */
class ReplayTest {

    private static final Pattern PLACE = Pattern.compile("\"file\":\"[^\"]*\",\"line\":\\d+,");

    @TempDir
    private Path temp;

    @ParameterizedTest
    @MethodSource("io.xunjian.rules.testing.Cases#all")
    void everyCaseEndsWithItsNetAlerts(Cases.Case given) throws Exception {
        Summary summary = replay(given.events(), temp, 2);
        assertThat(NetAlert.read(temp.resolve(OutFolder.ALERTS))).containsExactlyElementsOf(given.expected());
        assertThat(summary.tally().isConserved()).isTrue();
        assertThat(summary.alerts().all()).isEqualTo(given.expected().size());
    }

    @ParameterizedTest
    @MethodSource("io.xunjian.rules.testing.Cases#all")
    void neitherThreadsNorFilesChangeAByte(Cases.Case given) throws Exception {
        EventFolder events = EventFolder.read(given.events());
        replay(given.events(), temp.resolve("given"), 1);
        List<Path> folders = List.of(
                given.events(),
                events.compressed(temp.resolve("compressed")),
                events.scattered(temp.resolve("scattered"), new Random(1)));
        for (Path folder : folders) {
            Path one = temp.resolve("one");
            replay(folder, one, 1);
            for (int threads = 2; threads <= 4; threads++) {
                Path more = temp.resolve("more");
                replay(folder, more, threads);
                for (String file : List.of(OutFolder.ALERTS, OutFolder.DEAD_LETTERS, OutFolder.SUMMARY)) {
                    assertSame(one, more, file);
                }
            }
            assertSame(temp.resolve("given"), one, OutFolder.ALERTS);
            assertSame(temp.resolve("given"), one, OutFolder.SUMMARY);
            assertThat(lettersAnywhere(one)).isEqualTo(lettersAnywhere(temp.resolve("given")));
        }
    }

    /** A shop without cases has all its calls under one key: far more than is packed. */
    @Test
    void aBusyKeyIsJudgedAsAnyOther() throws Exception {
        Random random = new Random(5);
        List<Event> calls = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            calls.add(new EventBuilder()
                    .type(EventType.CALL_ATTEMPT)
                    .eventId("call-" + i)
                    .eventTime(Times.NOON + random.nextInt(1_000) * Times.HOUR)
                    .shopId("busy")
                    .caseId("")
                    .source(CallSource.PLATFORM_SPOT_CHECK)
                    .direction(CallDirection.IN)
                    .result(random.nextInt(3) == 0 ? CallResult.ANSWERED : CallResult.NO_ANSWER)
                    .build());
        }
        List<Event> delivered = RandomHistory.delivered(calls, random);
        Path events = Files.createDirectories(temp.resolve("events"));
        Files.write(
                events.resolve("calls.jsonl"),
                delivered.stream().map(EventJson::line).toList());
        Summary summary = replay(events, temp.resolve("out"), 2);
        long horizon = Histories.horizonOf(calls);
        assertThat(NetAlert.read(temp.resolve("out").resolve(OutFolder.ALERTS)))
                .isNotEmpty()
                .isEqualTo(NetAlert.ofAll(History.findings(calls, horizon, Books.BUILT_IN)));
        assertThat(summary.tally().of(Count.USED)).isEqualTo(calls.size());
        assertThat(summary.tally().of(Count.DUPLICATES)).isEqualTo(delivered.size() - calls.size());
    }

    @Test
    void deadLettersAreInOrderWithTheirLinesHoweverManyPartsAFileHas() throws Exception {
        Path events = Files.createDirectories(temp.resolve("events"));
        List<String> expected = new ArrayList<>();
        for (String file : List.of("orders.jsonl", "shipments.jsonl")) {
            StringBuilder lines = new StringBuilder();
            String padding = "x".repeat(8_000);
            for (int line = 1; line <= 2_500; line++) {
                if (line % 7 == 3) {
                    lines.append("bad ").append(line);
                    expected.add("\"file\":\"" + file + "\",\"line\":" + line
                            + ",\"reason\":\"NOT_JSON\",\"value\":\"bad " + line + "\"");
                } else if (line % 5 != 0) {
                    String beat = "{'eventId':'" + line + "','eventType':'HEARTBEAT','eventTime':" + Times.NOON
                            + ",'pad':'" + padding + "'}";
                    lines.append(beat.replace('\'', '"'));
                }
                lines.append(line % 11 == 0 ? "\r\n" : "\n");
            }
            Files.writeString(events.resolve(file), lines);
        }
        for (int threads = 1; threads <= 4; threads++) {
            Summary summary = replay(events, temp.resolve("out"), threads);
            assertThat(Files.readAllLines(temp.resolve("out").resolve(OutFolder.DEAD_LETTERS)))
                    .hasSameSizeAs(expected)
                    .zipSatisfy(expected, (letter, place) -> assertThat(letter).contains(place));
            assertThat(summary.tally().isConserved()).isTrue();
            assertThat(summary.tally().ignoredFields())
                    .isEqualTo(summary.tally().of(Count.HEARTBEATS));
        }
    }

    @Test
    void randomHistoriesEndAsJudgedAtOnceAtAnyHorizon() {
        Seeds.each(100, (seed, random) -> {
            List<Event> history = RandomHistory.of(random);
            long last = Histories.horizonOf(history);
            long until = random.nextBoolean() ? Instants.NEVER : last - random.nextInt(5) * Times.DAY;
            Path events = temp.resolve("events-" + seed);
            write(RandomHistory.delivered(history, random)).scattered(events, random);
            Path out = temp.resolve("out");
            Summary summary = new Replay(Trial.of(Books.BUILT_IN), until, 2, Progress.NONE)
                    .run(EventFiles.in(events), new OutFolder(out));
            long horizon = until == Instants.NEVER ? last : until;
            assertThat(NetAlert.read(out.resolve(OutFolder.ALERTS)))
                    .isEqualTo(NetAlert.ofAll(History.findings(history, horizon, Books.BUILT_IN)));
            assertThat(summary.horizon()).isEqualTo(horizon);
            assertThat(summary.tally().isConserved()).isTrue();
        });
    }

    @Test
    void whatHappenedAfterTheHorizonIsIgnored() throws Exception {
        Path events = Files.createDirectories(temp.resolve("events"));
        String template = "{'eventId':'%s','eventType':'ORDER_PAID','eventTime':%d,'orderId':'%s','shopId':'S'}%n";
        Files.writeString(
                events.resolve("orders.jsonl"),
                (String.format(template, "a", Times.NOON, "A") + String.format(template, "b", Times.NOON + 1, "B"))
                        .replace('\'', '"'));
        Summary summary = new Replay(Trial.of(Books.BUILT_IN), Times.NOON, 1, Progress.NONE)
                .run(EventFiles.in(events), new OutFolder(temp.resolve("out")));
        assertThat(summary.tally().of(Stream.ORDERS, Count.USED)).isOne();
        assertThat(summary.tally().of(Stream.ORDERS, Count.IGNORED)).isOne();
        assertThat(summary.horizon()).isEqualTo(Times.NOON);
    }

    @Test
    void aFolderWithoutEventsIsRefused() {
        assertThatThrownBy(() -> EventFiles.in(temp)).isInstanceOf(NotDirectoryException.class);
    }

    @Test
    void emptyFilesGiveEmptyResults() throws Exception {
        Path events = Files.createDirectories(temp.resolve("events"));
        Files.createFile(events.resolve("orders.jsonl"));
        Files.writeString(events.resolve("shipments.jsonl"), "\n \n\r\n");
        Summary summary = replay(events, temp.resolve("out"), 2);
        assertThat(summary.tally().of(Count.READ)).isZero();
        assertThat(temp.resolve("out").resolve(OutFolder.ALERTS)).isEmptyFile();
        assertThat(temp.resolve("out").resolve(OutFolder.DEAD_LETTERS)).isEmptyFile();
        assertThat(temp.resolve("out").resolve(OutFolder.SUMMARY)).content().doesNotContain("horizon");
    }

    @Test
    void aFileThatIsNoWholeGzipFileIsNamedAndNothingIsLeftThatLooksDone() throws Exception {
        Path events = write(RandomHistory.of(new Random(3))).compressed(temp.resolve("events"));
        byte[] whole = Files.readAllBytes(events.resolve("orders.jsonl.gz"));
        byte[] garbled = whole.clone();
        Arrays.fill(garbled, whole.length / 2, whole.length / 2 + 8, (byte) 0xFF);
        for (byte[] broken :
                List.of(Arrays.copyOf(whole, whole.length - 9), Arrays.copyOf(whole, 5), garbled, new byte[20])) {
            Files.write(events.resolve("orders.jsonl.gz"), broken);
            assertThatThrownBy(() -> replay(events, temp.resolve("out"), 2))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(events.resolve("orders.jsonl.gz").toString());
            try (var left = Files.list(temp.resolve("out"))) {
                assertThat(left.map(file -> file.getFileName().toString()))
                        .doesNotContain(OutFolder.ALERTS, OutFolder.DEAD_LETTERS, OutFolder.SUMMARY);
            }
        }
    }

    @Test
    void progressEndsWithAllBytesAndRecords() throws Exception {
        Path events = Cases.named("mixed-1").events();
        AtomicLong bytes = new AtomicLong();
        AtomicLong all = new AtomicLong();
        AtomicLong records = new AtomicLong();
        Summary summary = new Replay(Trial.of(Books.BUILT_IN), Instants.NEVER, 3, (read, of, recordsRead) -> {
                    bytes.accumulateAndGet(read, Math::max);
                    all.set(of);
                    records.accumulateAndGet(recordsRead, Math::max);
                })
                .run(EventFiles.in(events), new OutFolder(temp));
        assertThat(bytes.get()).isEqualTo(all.get()).isPositive();
        assertThat(records.get()).isEqualTo(summary.tally().of(Count.READ));
    }

    private static EventFolder write(List<Event> events) {
        EventFolder folder = new EventFolder();
        events.forEach(
                event -> folder.add(event.type().stream(), EventJson.line(event).getBytes(StandardCharsets.UTF_8)));
        return folder;
    }

    private static Summary replay(Path events, Path out, int threads) throws Exception {
        return new Replay(Trial.of(Books.BUILT_IN), Instants.NEVER, threads, Progress.NONE)
                .run(EventFiles.in(events), new OutFolder(out));
    }

    private static void assertSame(Path a, Path b, String file) {
        assertThat(b.resolve(file)).hasSameBinaryContentAs(a.resolve(file));
    }

    private static List<String> lettersAnywhere(Path out) throws IOException {
        return Files.readAllLines(out.resolve(OutFolder.DEAD_LETTERS)).stream()
                .map(letter -> PLACE.matcher(letter).replaceAll(""))
                .sorted()
                .toList();
    }
}
