package io.xunjian.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.book.StartingBook;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.testing.Cases;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** State finds its operator by uid: a uid that changes is state that is lost. */
class GraphTest {

    @TempDir
    private Path out;

    private static final Map<Stream, Integer> PARTITIONS =
            Arrays.stream(Stream.values()).collect(Collectors.toMap(stream -> stream, stream -> 2));

    @Test
    void theUidsOfTheLiveJobAreThoseThatWereReleased() throws Exception {
        WatchSettings settings = WatchSettings.from(new String[] {"--bootstrap", "127.0.0.1:9"});
        assertThat(uids(WatchJob.graph(
                        settings,
                        new LiveStart(PARTITIONS, StartingBook.of(settings.book()), true),
                        new Configuration())))
                .isEqualTo(golden("watch-uids.txt"));
    }

    @Test
    void aBacktestThatStreamsJudgesByTheOperatorsOfTheLiveJob() throws Exception {
        List<String> backtest = uids(BacktestJob.graph(backtest()));
        assertThat(backtest).isEqualTo(golden("backtest-uids.txt"));
        assertThat(golden("watch-uids.txt").stream().filter(uid -> uid.startsWith("judge-")))
                .isNotEmpty()
                .allMatch(backtest::contains);
    }

    @Test
    void noTypeOfTheGraphNeedsKryo() throws Exception {
        StreamExecutionEnvironment env = BacktestJob.graph(backtest());
        assertThat(env.getConfig().getSerializerConfig().hasGenericTypesDisabled())
                .isTrue();
        assertThat(env.getStreamGraph(false).getJobGraph().getNumberOfVertices())
                .isPositive();
    }

    private BacktestSettings backtest() throws SettingsRejected {
        String events = Cases.named("mixed-1").events().toString();
        return BacktestSettings.from(new String[] {"--events", events, "--out", out.toString(), "--mode", "streaming"});
    }

    private static List<String> uids(StreamExecutionEnvironment env) {
        List<StreamNode> nodes = List.copyOf(env.getStreamGraph(false).getStreamNodes());
        assertThat(nodes).allMatch(node -> node.getTransformationUID() != null, "has a uid");
        return nodes.stream().map(StreamNode::getTransformationUID).sorted().toList();
    }

    private static List<String> golden(String name) throws IOException {
        try (InputStream in = GraphTest.class.getResourceAsStream("/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
