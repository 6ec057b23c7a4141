package io.xunjian.jobs;

import static org.apache.flink.api.common.RuntimeExecutionMode.BATCH;
import static org.apache.flink.api.common.RuntimeExecutionMode.STREAMING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.xunjian.rules.Instants;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.files.Count;
import io.xunjian.rules.files.EventFiles;
import io.xunjian.rules.files.OutFolder;
import io.xunjian.rules.files.Summary;
import io.xunjian.rules.testing.Books;
import io.xunjian.rules.testing.Candidates;
import io.xunjian.rules.testing.Cases;
import io.xunjian.rules.testing.DiffLines;
import io.xunjian.rules.testing.EventJson;
import io.xunjian.rules.testing.Histories;
import io.xunjian.rules.testing.NetAlert;
import io.xunjian.rules.testing.Times;
import io.xunjian.rules.trial.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.util.TestStreamEnvironment;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The backtest on a cluster of one JVM. */
class BacktestJobTest {

    private static final int SLOTS = 4;

    @RegisterExtension
    private static final MiniClusterExtension CLUSTER =
            new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
                    .setNumberTaskManagers(1)
                    .setNumberSlotsPerTaskManager(SLOTS)
                    .build());

    @TempDir
    private Path temp;

    private MiniCluster cluster;

    @BeforeEach
    void useTheCluster(@InjectMiniCluster MiniCluster started) {
        cluster = started;
    }

    /** How a run may be carried out. */
    private record How(RuntimeExecutionMode mode, int parallelism) {}

    @ParameterizedTest
    @MethodSource("io.xunjian.rules.testing.Cases#all")
    void everyCaseEndsWithItsNetAlertsHoweverItIsRun(Cases.Case given) throws Exception {
        Path events = Delivered.of(given.events(), temp.resolve("events"), new Random(7));
        Path first = null;
        for (How how : ways(given.name().startsWith("mixed"))) {
            Path out = temp.resolve(how.toString());
            Summary summary = run(events, out, Instants.NEVER, how);
            assertThat(NetAlert.read(out.resolve(OutFolder.ALERTS)))
                    .as("%s", how)
                    .containsExactlyElementsOf(given.expected());
            assertThat(summary.tally().isConserved()).as("%s", how).isTrue();
            assertThat(summary.tally().of(Count.LATE)).isZero();
            first = first == null ? out : first;
            for (String file : List.of(OutFolder.ALERTS, OutFolder.DEAD_LETTERS, OutFolder.SUMMARY)) {
                assertThat(out.resolve(file)).as("%s", how).hasSameBinaryContentAs(first.resolve(file));
            }
        }
    }

    @Test
    void whatIsDueAfterTheHorizonIsNotFoundAndWhatHappenedThenIsIgnored() throws Exception {
        Path events = write(
                "orders.jsonl",
                Histories.paid("A").promising(Times.NEXT_NOON).at(Times.NOON),
                Histories.paid("B").promising(Times.NEXT_NOON + 1).at(Times.NOON),
                Histories.paid("C").promising(Times.NOON).at(Times.NEXT_NOON + 1));
        for (RuntimeExecutionMode mode : List.of(BATCH, STREAMING)) {
            Path out = temp.resolve(mode.name());
            Summary summary = run(events, out, Times.NEXT_NOON, new How(mode, 2));
            assertThat(NetAlert.read(out.resolve(OutFolder.ALERTS)))
                    .extracting(NetAlert::alertId)
                    .containsExactly("LATE_SHIPMENT:A:1");
            assertThat(summary.horizon()).isEqualTo(Times.NEXT_NOON);
            assertThat(summary.tally().of(Stream.ORDERS, Count.USED)).isEqualTo(2);
            assertThat(summary.tally().of(Stream.ORDERS, Count.IGNORED)).isOne();
        }
    }

    @Test
    void aFolderWithoutARecordEndsInEmptyFiles() throws Exception {
        Path events = write("orders.jsonl");
        Path out = temp.resolve("out");
        Summary summary = run(events, out, Instants.NEVER, new How(BATCH, 2));
        assertThat(summary.tally().of(Count.READ)).isZero();
        assertThat(out.resolve(OutFolder.ALERTS)).isEmptyFile();
        assertThat(out.resolve(OutFolder.DEAD_LETTERS)).isEmptyFile();
        assertThat(out.resolve(OutFolder.SUMMARY)).content().doesNotContain("horizon");
        assertThat(out).isDirectoryNotContaining("glob:**/.*");
    }

    @ParameterizedTest
    @MethodSource("io.xunjian.rules.testing.Cases#all")
    void severalBooksInOnePassFindWhatEachFindsAlone(Cases.Case given) throws Exception {
        Trial trial = Candidates.tried(Candidates.ALL.get(Candidates.ALL.size() - 1));
        Path together = temp.resolve("together");
        Summary summary = run(trial, given.events(), together, Instants.NEVER, new How(BATCH, 2));
        for (int book = 0; book < trial.size(); book++) {
            Path alone = temp.resolve("alone-" + book);
            Summary ofBook = run(Trial.of(trial.book(book)), given.events(), alone, Instants.NEVER, new How(BATCH, 1));
            assertThat(summary.totals().alerts().get(book))
                    .usingRecursiveComparison()
                    .isEqualTo(ofBook.alerts());
        }
        Path baseline = together.resolve(OutFolder.ALERTS);
        Path candidate = together.resolve(OutFolder.CANDIDATE_ALERTS);
        assertThat(baseline).hasSameBinaryContentAs(temp.resolve("alone-0").resolve(OutFolder.ALERTS));
        assertThat(candidate).hasSameBinaryContentAs(temp.resolve("alone-1").resolve(OutFolder.ALERTS));
        DiffLines.assertBetween(baseline, candidate, together.resolve(OutFolder.DIFF));
    }

    @Test
    void progressIsToldWhileItRuns() throws Exception {
        Path events = Cases.named("mixed-1").events();
        List<Long> told = new ArrayList<>();
        TestStreamEnvironment.setAsContext(cluster, 2);
        Summary summary;
        try {
            summary = BacktestJob.run(
                    new BacktestSettings(
                            Trial.of(Books.BUILT_IN), events, null, temp.resolve("out"), Instants.NEVER, BATCH, false),
                    told::add);
        } finally {
            TestStreamEnvironment.unsetAsContext();
        }
        assertThat(told)
                .isNotEmpty()
                .isSorted()
                .allMatch(records -> records <= summary.tally().of(Count.READ));
    }

    @Test
    void everyFileThatCountsAsEventsIsRead() throws Exception {
        write("orders/a b%20#.jsonl", Histories.paid("A").at(Times.NOON));
        write("orders/_b.jsonl", Histories.paid("B").at(Times.NOON));
        Path events = write("orders/.c.jsonl", Histories.paid("C").at(Times.NOON));
        long files = EventFiles.in(events).size();
        Summary summary = run(events, temp.resolve("out"), Instants.NEVER, new How(BATCH, 1));
        assertThat(summary.tally().of(Stream.ORDERS, Count.USED)).isEqualTo(files);
    }

    @Test
    void realOrdersEndWithTheirNetAlerts() throws Exception {
        String folder = System.getenv("XUNJIAN_OLIST");
        assumeTrue(folder != null, "XUNJIAN_OLIST names no folder of real orders");
        List<NetAlert> expected = NetAlert.net(NetAlert.read(Path.of(folder, "expected.jsonl.gz")));
        Path events = Delivered.of(Path.of(folder), temp.resolve("events"), new Random(7));
        for (How how : ways(true)) {
            Path out = temp.resolve(how.toString());
            run(events, out, Instants.NEVER, how);
            assertThat(NetAlert.read(out.resolve(OutFolder.ALERTS)))
                    .as("%s", how)
                    .isEqualTo(expected);
        }
    }

    private static List<How> ways(boolean isEvery) {
        List<How> ways = new ArrayList<>();
        for (int parallelism : isEvery ? new int[] {1, 2, 4} : new int[] {2}) {
            ways.add(new How(BATCH, parallelism));
            ways.add(new How(STREAMING, parallelism));
        }
        return ways;
    }

    private Summary run(Path events, Path out, long until, How how) throws Exception {
        return run(Trial.of(Books.BUILT_IN), events, out, until, how);
    }

    private Summary run(Trial trial, Path events, Path out, long until, How how) throws Exception {
        TestStreamEnvironment.setAsContext(cluster, how.parallelism);
        try {
            return BacktestJob.run(
                    new BacktestSettings(trial, events, null, out, until, how.mode, false), records -> {});
        } finally {
            TestStreamEnvironment.unsetAsContext();
        }
    }

    private Path write(String name, Event... events) throws IOException {
        Path file = temp.resolve("events").resolve(name);
        Files.createDirectories(file.getParent());
        StringBuilder lines = new StringBuilder();
        for (Event event : events) {
            lines.append(EventJson.line(event)).append('\n');
        }
        Files.writeString(file, lines);
        return temp.resolve("events");
    }
}
