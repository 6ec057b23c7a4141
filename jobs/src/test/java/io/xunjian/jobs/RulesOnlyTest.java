package io.xunjian.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.connectors.BoundedDisorder;
import io.xunjian.connectors.files.FileEvents;
import io.xunjian.functions.JudgeSettings;
import io.xunjian.rules.Instants;
import io.xunjian.rules.book.StartingBook;
import io.xunjian.rules.files.OutFolder;
import io.xunjian.rules.testing.Books;
import io.xunjian.rules.testing.Cases;
import io.xunjian.rules.testing.NetAlert;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A job of some rules finds what a job of all finds of these, and nothing else. */
class RulesOnlyTest {

    @RegisterExtension
    private static final MiniClusterExtension CLUSTER = new MiniClusterExtension();

    @TempDir
    private Path temp;

    private OutFolder out;

    @BeforeEach
    void folder() throws Exception {
        out = new OutFolder(temp.resolve("out"));
        out.prepare();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHOP_CLOSURE", "CS_UNREACHABLE", "LATE_SHIPMENT"})
    void itFindsOfItsRulesWhatAllFind(String code) throws Exception {
        Cases.Case mixed = Cases.named("mixed-2");
        graph(mixed, Set.of(code)).execute();
        out.finish(OutFolder.ALERTS);
        List<NetAlert> expected = mixed.expected().stream()
                .filter(alert -> alert.ruleCode().equals(code))
                .toList();
        assertThat(expected).isNotEmpty();
        assertThat(NetAlert.read(temp.resolve("out").resolve(OutFolder.ALERTS))).isEqualTo(expected);
    }

    @Test
    void whatItsRulesDoNotRestOnIsNotJudged() throws Exception {
        StreamExecutionEnvironment env = graph(Cases.named("mixed-2"), Set.of("CS_UNREACHABLE"));
        assertThat(env.getStreamGraph(false).getStreamNodes())
                .extracting(StreamNode::getTransformationUID)
                .filteredOn(uid -> uid.startsWith("judge-"))
                .hasSize(1);
    }

    private StreamExecutionEnvironment graph(Cases.Case history, Set<String> codes) throws Exception {
        StreamExecutionEnvironment env = Environments.bounded(RuntimeExecutionMode.STREAMING);
        var records = env.fromSource(
                        FileEvents.source(history.events(), Streams.RECEIVED),
                        BoundedDisorder.unbounded(),
                        "events",
                        Streams.RECEIVED)
                .uid("events");
        JudgeSettings nothingLate = JudgeSettings.of(Duration.ofDays(1).toMillis(), WatchSettings.HOT_MEMORY);
        new BacktestSinks(out)
                .write(new Judging(StartingBook.of(Books.BUILT_IN), nothingLate, codes)
                        .bounded(records, Instants.NEVER));
        return env;
    }
}
