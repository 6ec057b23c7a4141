package io.xunjian.rules.testing;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Random;

/** Runs a test for many seeds and names the one that fails; {@code -Dseed=17} runs that one alone. */
public final class Seeds {

    private Seeds() {}

    /** What is tested for one seed. */
    @FunctionalInterface
    public interface Seeded {
        void run(long seed, Random random) throws Exception;
    }

    public static void each(int seeds, Seeded test) {
        Long only = Long.getLong("seed");
        if (only != null) {
            run(only, test);
            return;
        }
        for (long seed = 0; seed < seeds; seed++) {
            run(seed, test);
        }
    }

    private static void run(long seed, Seeded test) {
        assertThatCode(() -> test.run(seed, new Random(seed * 0x9E3779B97F4A7C15L)))
                .as("seed %d (again: -Dseed=%d)", seed, seed)
                .doesNotThrowAnyException();
    }
}
