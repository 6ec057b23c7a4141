package io.xunjian.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.jobs.BacktestJob;
import io.xunjian.jobs.BacktestSettings;
import io.xunjian.rules.files.OutFolder;
import io.xunjian.rules.testing.Books;
import io.xunjian.rules.testing.Cases;
import io.xunjian.rules.testing.NetAlert;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shadow version finds beside the active ones, on a topic of its own, what a backtest says that it would. */
class ShadowIT {

    private static final String FROM_2000 = "2000-01-01T00:00:00+08:00";

    @TempDir
    private Path folder;

    private LiveRun live;

    @BeforeEach
    void start() throws Exception {
        live = LiveRun.in(folder);
    }

    @AfterEach
    void end() {
        live.close();
    }

    @Test
    void aShadowVersionFindsLiveWhatABacktestOfItFinds() throws Exception {
        Cases.Case mixed = Cases.named("mixed-2");
        Path rules = Files.createDirectories(folder.resolve("rules"));
        Files.writeString(
                rules.resolve("late.yaml"),
                Books.file(
                        "LATE_SHIPMENT",
                        Books.version(1, "active", FROM_2000, ""),
                        Books.version(
                                2, "shadow", "2022-08-01T00:00:00+08:00", "maxJudgements: 2, rejudgeInterval: PT12H")));
        Path out = folder.resolve("out");
        BacktestJob.run(
                BacktestSettings.from(new String[] {
                    "--events",
                    mixed.events().toString(),
                    "--out",
                    out.toString(),
                    "--rules",
                    rules.toString(),
                    "--shadow",
                    "true"
                }),
                records -> {});
        List<NetAlert> shadows = NetAlert.read(out.resolve(OutFolder.CANDIDATE_ALERTS)).stream()
                .filter(alert -> alert.ruleCode().equals("LATE_SHIPMENT") && alert.ruleVersion() == 2)
                .toList();
        assertThat(shadows).isNotEmpty();
        History history = History.of(mixed.events(), 17);
        history.send(live.bootstrap(), 0, 1);
        String disorder = Duration.ofMillis(History.DISORDER_MS).toString();
        try (WatchProcess watch = live.watch("--disorder", disorder, "--rules", rules.toString())) {
            List<NetAlert> seen = live.topics()
                    .read(
                            Topics.SHADOW_ALERTS,
                            watch,
                            alerts -> net(alerts, history).equals(shadows));
            assertThat(net(seen, history)).isEqualTo(shadows);
            List<NetAlert> active = NetAlert.read(out.resolve(OutFolder.ALERTS));
            List<NetAlert> alerts =
                    live.topics().alerts(watch, said -> net(said, history).equals(active));
            assertThat(net(alerts, history)).isEqualTo(active);
        }
    }

    private static List<NetAlert> net(List<NetAlert> alerts, History history) {
        return NetAlert.net(alerts).stream()
                .filter(alert -> alert.raisedAt() <= history.horizon())
                .toList();
    }
}
