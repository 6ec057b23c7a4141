package io.xunjian.cluster.supervised;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlinkSettingsTest {

    @TempDir
    private Path folder;

    /** Flink asks the cluster for this one, whatever the job says. */
    @Test
    void moreThanOneCheckpointIsThereToGoBackTo() throws Exception {
        ClusterFolder cluster = ClusterFolder.of(folder);
        Configuration flink = new FlinkSettings(cluster, ClusterSettings.in(cluster, false)).configuration();
        assertThat(flink.get(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS)).isEqualTo(5);
    }
}
