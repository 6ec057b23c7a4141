package io.xunjian.cluster.supervised;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.cluster.ArgumentFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisedTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path temp;

    private ClusterFolder folder;
    private boolean isAnswering;
    private Supervised part;

    /** A process that waits for ever. */
    static final class Waiting {
        private Waiting() {}

        public static void main(String[] args) throws InterruptedException {
            Thread.currentThread().join();
        }
    }

    @BeforeEach
    void start() throws IOException {
        folder = ClusterFolder.of(temp);
        folder.make();
        Part waiting = new Part(
                "waiting",
                List.of(),
                32,
                List.of("-Xmx32m"),
                ArgumentFile.ownClassPath(),
                PartMain.class.getName(),
                List.of(Waiting.class.getName()),
                temp);
        part = new Supervised(waiting, folder, since -> isAnswering);
        part.start();
    }

    @AfterEach
    void end() throws InterruptedException {
        part.askToEnd();
        part.awaitEnd(PATIENCE);
        assertThat(new ClusterProcesses(folder).all()).isEmpty();
    }

    @Test
    void aPartIsUpWhenItAnswersAndSilentWhenItDoesNotAnyMore() {
        assertThat(part.ask()).isFalse();
        assertThat(part.status().health()).isEqualTo(Health.STARTING);
        isAnswering = true;
        assertThat(part.ask()).isTrue();
        assertThat(part.status().health()).isEqualTo(Health.UP);
        isAnswering = false;
        part.ask();
        assertThat(part.status().health()).isEqualTo(Health.SILENT);
    }

    @Test
    void aPartThatDiesIsDownAndThenStartedAgain() throws Exception {
        long first = part.status().pid();
        isAnswering = true;
        part.ask();
        ClusterProcesses.end(ProcessHandle.of(first).orElseThrow(), PATIENCE);
        part.look();
        assertThat(part.status().health()).isEqualTo(Health.DOWN);
        assertThat(part.status().lastEnd()).contains("code 143");
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        while (part.status().restarts() == 0) {
            assertThat(System.nanoTime()).isLessThan(giveUpAt);
            part.look();
        }
        assertThat(part.status().pid()).isNotEqualTo(first);
        assertThat(part.status().health()).isEqualTo(Health.STARTING);
    }

    @Test
    void aProcessOfTheClusterIsFoundByItsFolder() {
        assertThat(new ClusterProcesses(folder).all())
                .extracting(ProcessHandle::pid)
                .containsExactly(part.status().pid());
        assertThat(new ClusterProcesses(ClusterFolder.of(temp.resolve("other"))).all())
                .isEmpty();
    }
}
