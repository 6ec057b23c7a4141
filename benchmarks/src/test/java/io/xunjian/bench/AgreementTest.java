package io.xunjian.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.bench.contender.OursStreaming;
import io.xunjian.bench.peers.duckdb.LateShipments;
import io.xunjian.bench.peers.plainflink.PlainFlinkFiles;
import io.xunjian.bench.workload.AlertLines;
import io.xunjian.bench.workload.NetAlerts;
import io.xunjian.bench.workload.Workload;
import io.xunjian.replay.Progress;
import io.xunjian.replay.Replay;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Rules;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.files.EventFiles;
import io.xunjian.rules.files.OutFolder;
import io.xunjian.rules.trial.Trial;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Engines that share no line of code find the same in the same events, and it is what the orders' fates say: a figure of one
 * that finds something else would be worth nothing.
 */
class AgreementTest {

    private static final int ORDERS = 5_000;

    @TempDir
    private static Path temp;

    private static Workload workload;

    @BeforeAll
    static void makeEvents() throws Exception {
        workload = new Workload("W1", temp.resolve("events"), Workload.Kind.ORDERS, ORDERS);
        workload.make();
    }

    @Test
    void aReplayFindsWhatIsTrue() throws Exception {
        Path out = temp.resolve("replay");
        new Replay(Trial.of(RuleBook.builtIn(Rules.ALL)), Instants.NEVER, 2, Progress.NONE)
                .run(EventFiles.in(workload.folder()), new OutFolder(out));
        assertFoundIn(out);
    }

    @Test
    void theStreamEngineFindsWhatIsTrue() throws Exception {
        Path out = temp.resolve("streaming");
        OursStreaming.main(new String[] {workload.folder().toString(), out.toString()});
        assertFoundIn(out);
    }

    @Test
    void duckDbFindsWhatIsTrue() throws Exception {
        for (String output : new String[] {"verdicts", "alerts"}) {
            Path out = temp.resolve("duckdb-" + output);
            LateShipments.main(new String[] {workload.folder().toString(), out.toString(), output});
            assertFoundIn(out);
        }
    }

    @Test
    void plainFlinkFindsWhatIsTrue() throws Exception {
        Path out = temp.resolve("plain-flink");
        PlainFlinkFiles.main(new String[] {workload.folder().toString(), out.toString(), "batch"});
        assertFoundIn(out);
    }

    private static void assertFoundIn(Path out) throws Exception {
        NetAlerts found = AlertLines.read(out.resolve("alerts.jsonl"), "LATE_SHIPMENT");
        assertThat(found).isEqualTo(workload.truth());
        assertThat(found.counts()).containsOnlyKeys("LATE_SHIPMENT/1", "LATE_SHIPMENT/2", "LATE_SHIPMENT/3");
    }
}
