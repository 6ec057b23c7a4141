package io.xunjian.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.Instants;
import io.xunjian.rules.files.EventFiles;
import io.xunjian.rules.files.OutFolder;
import io.xunjian.rules.testing.Books;
import io.xunjian.rules.testing.Times;
import io.xunjian.rules.trial.Trial;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A history that outgrows the memory ends the replay soon and in words, not in a long search for room. */
class TooBigForMemoryTest {

    private static final int ORDERS = 900_000;

    @TempDir
    private Path temp;

    /** What the child process runs. */
    static final class Child {

        private Child() {}

        public static void main(String[] args) throws IOException {
            try {
                new Replay(Trial.of(Books.BUILT_IN), Instants.NEVER, 2, Progress.NONE)
                        .run(EventFiles.in(Path.of(args[0])), new OutFolder(Path.of(args[1])));
                System.out.print("it fits");
            } catch (TooBigForMemory e) {
                System.out.print(e.getMessage());
            }
        }
    }

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void aHistoryThatDoesNotFitIsToldSo() throws Exception {
        Path events = Files.createDirectories(temp.resolve("events"));
        write(events.resolve("orders.jsonl"));
        Path told = temp.resolve("told");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseG1GC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        events.toString(),
                        temp.resolve("out").toString())
                .redirectErrorStream(true)
                .redirectOutput(told.toFile())
                .start();
        try {
            assertThat(child.waitFor(100, TimeUnit.SECONDS)).isTrue();
        } finally {
            child.destroyForcibly();
        }
        assertThat(Files.readString(told)).isEqualTo("The history does not fit in 64 MiB of memory.");
        assertThat(temp.resolve("out").resolve(OutFolder.SUMMARY)).doesNotExist();
    }

    private static void write(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
            for (int i = 0; i < ORDERS; i++) {
                out.write("{\"eventId\":\"event-" + i + "\",\"eventType\":\"ORDER_PAID\",\"eventTime\":"
                        + (Times.NOON + i) + ",\"orderId\":\"order-" + i + "\",\"shopId\":\"shop-" + i % 1000
                        + "\"}\n");
            }
        }
    }
}
