package io.xunjian.cluster.supervised;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.xunjian.jobs.SettingsRejected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterSettingsTest {

    @TempDir
    private Path temp;

    private ClusterFolder folder;

    @BeforeEach
    void folder() {
        folder = ClusterFolder.of(temp);
    }

    @Test
    void theFirstStartWritesDefaultsThatAreRead() throws Exception {
        ClusterSettings settings = ClusterSettings.in(folder, false);
        assertThat(settings.bootstrap()).isEqualTo("127.0.0.1:9092");
        assertThat(settings.flink()).isEqualTo("http://127.0.0.1:8081");
        assertThat(settings.count(ClusterSettings.TASKMANAGERS)).isEqualTo(2);
        assertThat(settings.ports()).doesNotContainKeys("standby.port", "standby.rpc.port", "zookeeper.port");
        assertThat(folder.settings()).content().contains("kafka.port=9092");
        assertThat(ClusterSettings.in(folder, false)).isEqualTo(settings);
    }

    @Test
    void whatIsWrittenGoesBeforeTheDefaults() throws Exception {
        write("flink.port=18081", "taskmanager.memory=1500", "taskmanagers=3", "parallelism=6");
        ClusterSettings settings = ClusterSettings.in(folder, false);
        assertThat(settings.flink()).isEqualTo("http://127.0.0.1:18081");
        assertThat(settings.memory(ClusterSettings.TASKMANAGER_MEMORY)).isEqualTo(1500);
        assertThat(settings.memory(ClusterSettings.KAFKA_MEMORY)).isEqualTo(512);
        assertThat(settings.count(ClusterSettings.PARALLELISM)).isEqualTo(6);
    }

    @Test
    void aStandbyThatWasAskedForOnceIsKept() throws Exception {
        write("ha = false", "kafka.port=19092");
        assertThat(ClusterSettings.in(folder, true).ports()).containsEntry("zookeeper.port", 2181);
        ClusterSettings next = ClusterSettings.in(folder, false);
        assertThat(next.isHa()).isTrue();
        assertThat(next.port("kafka.port")).isEqualTo(19_092);
    }

    @Test
    void metricsAreShownNowhereUnlessAPortIsGiven() throws Exception {
        assertThat(ClusterSettings.in(folder, false).metricsPort(0)).isEmpty();
        write("metrics.port=9249");
        ClusterSettings settings = ClusterSettings.in(folder, false);
        assertThat(settings.metricsPort(0)).hasValue(9_249);
        assertThat(settings.metricsPort(2)).hasValue(9_251);
        assertThat(settings.ports()).containsEntry("metrics.port + 2", 9_251).doesNotContainKey("metrics.port + 3");
    }

    @Test
    void theMetricsOfAnyProcessMayNotHaveAnothersPort() throws Exception {
        write("metrics.port=9249", "flink.port=9251");
        assertThat(catchThrowableOfType(SettingsRejected.class, () -> ClusterSettings.in(folder, false))
                        .faults())
                .containsExactly(folder.settings() + ": flink.port and metrics.port + 2 are both 9251");
    }

    @Test
    void everyFaultIsToldAtOnce() throws Exception {
        write(
                "kafka.port=none",
                "flink.port=70000",
                "flink.rpc.port=9093",
                "taskmanager.memory=100",
                "taskmanagers=0",
                "parallelism=50",
                "ha=maybe",
                "flinkport=1");
        SettingsRejected rejected =
                catchThrowableOfType(SettingsRejected.class, () -> ClusterSettings.in(folder, false));
        String file = folder.settings() + ": ";
        assertThat(rejected.faults())
                .contains(
                        file + "kafka.port is 'none', expected a whole number from 1 to 65535",
                        file + "flink.port is '70000', expected a whole number from 1 to 65535",
                        file + "kafka.controller.port and flink.rpc.port are both 9093",
                        file + "taskmanager.memory is '100', expected a whole number from 1024 to 1048576",
                        file + "taskmanagers is '0', expected a whole number from 1 to 64",
                        file + "ha is 'maybe', expected true or false",
                        file + "flinkport is not known")
                .anyMatch(fault -> fault.contains("parallelism is 50, but there are only 2 slots"));
    }

    private void write(String... lines) throws IOException {
        Files.writeString(folder.settings(), String.join("\n", lines));
    }
}
