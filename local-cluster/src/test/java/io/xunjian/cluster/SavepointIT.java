package io.xunjian.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.jobs.LiveStart;
import io.xunjian.jobs.WatchJob;
import io.xunjian.jobs.WatchSettings;
import io.xunjian.rules.testing.NetAlert;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What an earlier release was in the middle of, this one ends as if it had done all of it. A release is a folder of
 * {@code jobs/src/test/resources/savepoints}, whose README says how to make one.
 */
class SavepointIT {

    private static final Path RELEASES = Path.of("../jobs/src/test/resources/savepoints");

    /** What RocksDB writes about its options is most of it, and the same for each operator. */
    private static final String SAVEPOINT = "savepoint.zip";

    private static final long SEED = 23;
    private static final double MIDDLE = 0.5;

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
    @ValueSource(strings = "0.1.0")
    void theSavepointOfAReleaseIsTakenUpWhereItWasLeft(String release) throws Exception {
        Path kept = RELEASES.resolve(release);
        History history = History.of(kept.resolve("events"), SEED);
        List<NetAlert> before = NetAlert.read(kept.resolve("said-before.jsonl.gz"));
        List<NetAlert> expected = NetAlert.net(NetAlert.read(kept.resolve("expected.jsonl.gz")));
        try (FileSystem savepoint = FileSystems.newFileSystem(kept.resolve(SAVEPOINT))) {
            copy(savepoint.getPath("/"), folder.resolve("flink/checkpoints/savepoint"));
        }
        history.send(live.bootstrap(), 0, 1);
        try (WatchProcess watch = live.watch("--disorder", disorder())) {
            List<NetAlert> after = live.topics()
                    .alerts(watch, alerts -> whole(before, alerts, history).equals(expected));
            assertThat(whole(before, after, history)).isEqualTo(expected);
            assertThat(after).as("a new beginning says all of it again").doesNotContainAnyElementsOf(before);
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "xunjian.savepoint", matches = ".+", disabledReason = "names the release to keep")
    void aReleaseIsKept() throws Exception {
        Path kept = RELEASES.resolve(System.getProperty("xunjian.savepoint"));
        History history = History.of(kept.resolve("events"), SEED);
        history.send(live.bootstrap(), 0, MIDDLE);
        try (LocalFlink flink = LocalFlink.start(0, 1, folder.resolve("flink"))) {
            JobID job = flink.run(WatchJob.graph(settings(), live(), onePart(flink)), "watch");
            assertThat(live.topics().alerts(alerts -> alerts.size() > 50)).hasSizeGreaterThan(50);
            flink.stop(job);
        }
        try (var all = Files.list(folder.resolve("flink/checkpoints"))) {
            Path savepoint = all.filter(path -> path.getFileName().toString().startsWith("savepoint-"))
                    .findFirst()
                    .orElseThrow();
            try (FileSystem zip = FileSystems.newFileSystem(kept.resolve(SAVEPOINT), Map.of("create", true))) {
                copy(savepoint, zip.getPath("/"));
            }
        }
        Files.write(kept.resolve("said-before.jsonl"), live.topics().values(Topics.ALERTS, Topics.PARTITIONS));
    }

    private WatchSettings settings() throws Exception {
        return WatchSettings.from(new String[] {"--bootstrap", live.bootstrap(), "--disorder", disorder()});
    }

    private LiveStart live() throws Exception {
        return new io.xunjian.jobs.Topics("")
                .check(settings().client(), settings().book());
    }

    /** Small; and what is restored with two has changed its layout. */
    private static Configuration onePart(LocalFlink flink) {
        Configuration one = flink.forJobs();
        one.set(CoreOptions.DEFAULT_PARALLELISM, 1);
        return one;
    }

    private static List<NetAlert> whole(List<NetAlert> before, List<NetAlert> after, History history) {
        List<NetAlert> all = new ArrayList<>(before);
        all.addAll(after);
        return NetAlert.net(all).stream()
                .filter(alert -> alert.raisedAt() <= history.horizon())
                .toList();
    }

    private static String disorder() {
        return Duration.ofMillis(History.DISORDER_MS).toString();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
