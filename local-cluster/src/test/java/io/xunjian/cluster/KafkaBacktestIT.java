package io.xunjian.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.jobs.BacktestJob;
import io.xunjian.jobs.BacktestSettings;
import io.xunjian.rules.files.Count;
import io.xunjian.rules.files.OutFolder;
import io.xunjian.rules.files.Summary;
import io.xunjian.rules.testing.Cases;
import io.xunjian.rules.testing.NetAlert;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backtest of the live topics finds what the backtest of the same events in files finds, and leaves no trace. */
class KafkaBacktestIT {

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
    void liveTopicsEndWithTheAlertsOfTheFiles() throws Exception {
        Cases.Case mixed = Cases.named("mixed-2");
        History history = History.of(mixed.events(), 17);
        history.send(live.bootstrap(), 0, 1);
        Path out = folder.resolve("out");
        Summary summary = run(out, "--until", Long.toString(history.horizon()));
        assertThat(NetAlert.read(out.resolve(OutFolder.ALERTS))).isEqualTo(mixed.expected());
        assertThat(out.resolve(OutFolder.DEAD_LETTERS)).content().contains("\"partition\":", "\"offset\":");
        assertThat(summary.tally().isConserved()).isTrue();
        assertThat(live.topics().count(Topics.DEAD_LETTERS)).isZero();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", live.bootstrap()))) {
            assertThat(admin.listGroups().all().get()).isEmpty();
        }
    }

    @Test
    void whatIsOlderThanFromIsNotRead() throws Exception {
        History history = History.of(Cases.named("mixed-2").events(), 17);
        history.send(live.bootstrap(), 0, 1);
        Summary all = run(folder.resolve("all"));
        Summary late = run(folder.resolve("late"), "--from", Long.toString(history.horizon()));
        assertThat(late.tally().of(Count.READ))
                .isPositive()
                .isLessThan(all.tally().of(Count.READ) / 10);
    }

    private Summary run(Path out, String... more) throws Exception {
        String[] arguments = new String[4 + more.length];
        arguments[0] = "--kafka";
        arguments[1] = live.bootstrap();
        arguments[2] = "--out";
        arguments[3] = out.toString();
        System.arraycopy(more, 0, arguments, 4, more.length);
        return BacktestJob.run(BacktestSettings.from(arguments), records -> {});
    }
}
