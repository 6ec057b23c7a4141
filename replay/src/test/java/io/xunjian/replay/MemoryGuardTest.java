package io.xunjian.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whichever collector the user's JVM has, full memory is seen before it is an error, and not long before. */
class MemoryGuardTest {

    /** What the child process runs: it fills its memory, with as much garbage again as it keeps. */
    static final class Child {

        private static final int PIECE = 4 << 10;

        private Child() {}

        public static void main(String[] args) {
            MemoryGuard memory = new MemoryGuard();
            List<byte[]> kept = new ArrayList<>();
            List<byte[]> garbage = new ArrayList<>();
            try {
                while (true) {
                    memory.check();
                    kept.add(new byte[PIECE]);
                    garbage.add(new byte[PIECE]);
                    if (garbage.size() == 100) {
                        garbage.clear();
                    }
                }
            } catch (TooBigForMemory e) {
                boolean isFull =
                        (long) kept.size() * PIECE > Runtime.getRuntime().maxMemory() / 2;
                System.out.print(isFull ? "seen" : "seen too early");
            } catch (OutOfMemoryError e) {
                kept.clear();
                System.out.print("not seen");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Serial", "Parallel", "G1", "Z", "Shenandoah"})
    void fullMemoryIsSeenInTime(String collector) throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+IgnoreUnrecognizedVMOptions", // not every vendor has every collector
                        "-XX:+Use" + collector + "GC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName())
                .redirectErrorStream(true)
                .start();
        try {
            assertThat(new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("seen");
        } finally {
            child.destroyForcibly();
        }
    }
}
