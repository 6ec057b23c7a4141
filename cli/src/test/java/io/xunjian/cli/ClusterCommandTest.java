package io.xunjian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be wrong about a cluster and its jobs is told before anything is started. */
class ClusterCommandTest {

    private static final String NOWHERE = "http://127.0.0.1:1";

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();
    private String jar;

    @BeforeEach
    void jar() throws IOException {
        jar = Files.writeString(folder.resolve("jobs.jar"), "").toString();
    }

    @Test
    void aFolderWithoutAClusterHasNoneToLookAtAndNoneToStop() {
        assertThat(run("cluster", "status", "--data", folder.toString())).isEqualTo(Main.FAILED);
        assertThat(run("cluster", "stop", "--data", folder.toString())).isZero();
        assertThat(run("cluster", "logs", "kafka", "--data", folder.toString())).isEqualTo(Main.REFUSED);
        assertThat(err.toString()).contains("There is no log of 'kafka' in " + folder);
    }

    @Test
    void portsThatAreTakenAreToldTogetherAndNothingIsStarted() throws IOException {
        try (ServerSocket kafka = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket flink = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path settings = Files.writeString(
                    folder.resolve("cluster.properties"),
                    "kafka.port=" + kafka.getLocalPort() + "\nflink.port=" + flink.getLocalPort());
            assertThat(run("cluster", "start", "--data", folder.toString())).isEqualTo(Main.REFUSED);
            assertThat(err.toString())
                    .contains("Port " + kafka.getLocalPort() + " (kafka.port) is in use by another program")
                    .contains("Port " + flink.getLocalPort() + " (flink.port) is in use by another program")
                    .contains(settings.toString());
            assertThat(folder.resolve("logs")).doesNotExist();
        }
    }

    @Test
    void everyFaultOfALiveJobIsToldAtOnce() {
        int code = run(
                "submit",
                "watch",
                "--cluster",
                NOWHERE,
                "--jar",
                folder.resolve("none.jar").toString(),
                "--set",
                "hot-memory=much",
                "--rules-only",
                "NO_SUCH_RULE");
        assertThat(code).isEqualTo(Main.REFUSED);
        assertThat(err.toString())
                .contains("--bootstrap is missing")
                .contains("--hot-memory is 'much'")
                .contains("--rules-only names 'NO_SUCH_RULE'")
                .contains("--jar: there is no file")
                .contains("No Flink cluster answers at " + NOWHERE);
    }

    @Test
    void everyFaultOfABacktestIsToldAtOnceAndItsFolderIsLeftAlone() throws IOException {
        Path out = Files.createDirectory(folder.resolve("out"));
        Path earlier = Files.writeString(out.resolve("alerts.jsonl"), "of an earlier run");
        int code = run(
                "submit",
                "backtest",
                "--cluster",
                NOWHERE,
                "--jar",
                jar,
                "--events",
                folder.resolve("none").toString(),
                "--out",
                out.toString(),
                "--fail-if",
                "added > 1");
        assertThat(code).isEqualTo(Main.REFUSED);
        assertThat(err.toString())
                .contains("--events: there is no folder")
                .contains("--fail-if has nothing to compare")
                .contains("No Flink cluster answers at " + NOWHERE);
        assertThat(earlier).exists();
    }

    @Test
    void withoutAClusterNoJobIsListedStoppedOrUpgraded() {
        assertThat(run("submit", "list", "--cluster", NOWHERE)).isEqualTo(Main.REFUSED);
        assertThat(run("submit", "stop", "ab", "--cluster", NOWHERE)).isEqualTo(Main.REFUSED);
        assertThat(run("submit", "upgrade", "ab", "--cluster", NOWHERE)).isEqualTo(Main.REFUSED);
        assertThat(err.toString().lines()).hasSize(3).allMatch(line -> line.contains("No Flink cluster answers"));
    }

    @Test
    void aCommandThatIsNotCompleteNamesThoseThatThereAre() {
        assertThat(run("cluster")).isEqualTo(Main.REFUSED);
        assertThat(run("submit")).isEqualTo(Main.REFUSED);
        assertThat(err.toString())
                .contains("One of start, status, stop, logs is missing")
                .contains("One of watch, backtest, list, stop, upgrade is missing");
    }

    private int run(String... arguments) {
        return Main.commandLine().setErr(new PrintWriter(err, true)).execute(arguments);
    }
}
