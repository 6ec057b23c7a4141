package io.xunjian.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.testing.Cases;
import io.xunjian.rules.testing.NetAlert;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events through a real broker and a real Flink end with the alerts of the backtest, also when Flink is killed. */
class LiveIT {

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

    @ParameterizedTest
    @ValueSource(strings = {"at-least-once", "exactly-once"})
    void aLiveRunThatIsKilledInTheMiddleFindsWhatTheBacktestFinds(String delivery) throws Exception {
        Cases.Case mixed = Cases.named("mixed-2");
        History history = History.of(mixed.events(), 17);
        try (WatchProcess watch = watch(delivery)) {
            history.send(live.bootstrap(), 0, 0.6);
            live.topics().alerts(watch, alerts -> alerts.size() > 50);
            watch.kill();
        }
        history.send(live.bootstrap(), 0.6, 1);
        List<NetAlert> expected = mixed.expected();
        List<NetAlert> seen;
        try (WatchProcess watch = watch(delivery)) {
            seen = live.topics()
                    .alerts(watch, alerts -> net(alerts, history.horizon()).equals(expected));
        }
        assertThat(net(seen, history.horizon())).isEqualTo(expected);
        if (delivery.equals("exactly-once")) {
            assertThat(new HashSet<>(seen)).as("each state of an alert once").hasSameSizeAs(seen);
        }
        assertThat(live.topics().count(Topics.DEAD_LETTERS)).isGreaterThanOrEqualTo(27);
        assertThat(live.topics().count(Topics.LATE_EVENTS)).isZero();
    }

    @Test
    void aLiveRunThatIsLeftAloneFindsWhatTheBacktestFinds() throws Exception {
        Cases.Case boundaries = Cases.named("late-shipment-boundaries");
        History history = History.of(boundaries.events(), 3);
        history.send(live.bootstrap(), 0, 1);
        List<NetAlert> expected = boundaries.expected();
        try (WatchProcess watch = watch("at-least-once")) {
            List<NetAlert> seen = live.topics()
                    .alerts(watch, alerts -> net(alerts, history.horizon()).equals(expected));
            assertThat(net(seen, history.horizon())).isEqualTo(expected);
        }
    }

    private WatchProcess watch(String delivery) throws IOException {
        String disorder = Duration.ofMillis(History.DISORDER_MS).toString();
        return live.watch("--delivery", delivery, "--disorder", disorder);
    }

    private static List<NetAlert> net(List<NetAlert> alerts, long horizon) {
        return NetAlert.net(alerts).stream()
                .filter(alert -> alert.raisedAt() <= horizon)
                .toList();
    }
}
