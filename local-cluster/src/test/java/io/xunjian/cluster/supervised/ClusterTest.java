package io.xunjian.cluster.supervised;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.cluster.ArgumentFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterTest {

    @TempDir
    private Path temp;

    @Test
    void whatASupervisorLeavesBehindIsKnownAndEndedByStop() throws Exception {
        ClusterFolder folder = ClusterFolder.of(temp);
        folder.make();
        Part waiting = new Part(
                "waiting",
                List.of(),
                32,
                List.of("-Xmx32m"),
                ArgumentFile.ownClassPath(),
                PartMain.class.getName(),
                List.of(SupervisedTest.Waiting.class.getName()),
                temp);
        Supervised part = new Supervised(waiting, folder, since -> true);
        part.start();
        Cluster cluster = new Cluster(folder);
        assertThat(cluster.isRunning()).as("there is no supervisor").isFalse();
        assertThat(cluster.status()).isEmpty();
        assertThat(cluster.leftOver())
                .extracting(ProcessHandle::pid)
                .containsExactly(part.status().pid());
        assertThat(cluster.stop()).isEqualTo(1);
        assertThat(cluster.leftOver()).isEmpty();
        assertThat(cluster.stop()).isZero();
    }
}
