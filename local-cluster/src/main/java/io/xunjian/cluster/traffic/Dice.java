package io.xunjian.cluster.traffic;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** Chance, the same for the same seed. Lengths of time are in milliseconds. */
final class Dice {

    private final SplittableRandom random;

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    static Dice seeded(long seed) {
        return new Dice(new SplittableRandom(seed));
    }

    /** Dice whose throws do not depend on how often these are thrown later. */
    Dice split() {
        return new Dice(random.split());
    }

    /** In [0, 1). */
    double unit() {
        return random.nextDouble();
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    long between(long least, long bound) {
        return least + (long) (unit() * (bound - least));
    }

    long seconds(double least, double bound) {
        return part(TimeUnit.SECONDS, least, bound);
    }

    long minutes(double least, double bound) {
        return part(TimeUnit.MINUTES, least, bound);
    }

    long hours(double least, double bound) {
        return part(TimeUnit.HOURS, least, bound);
    }

    long days(double least, double bound) {
        return part(TimeUnit.DAYS, least, bound);
    }

    /** A whole number that is so much on average. */
    int about(double mean) {
        return (int) (mean * (0.7 + 0.6 * unit()) + unit());
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    private long part(TimeUnit unit, double least, double bound) {
        return (long) (unit.toMillis(1) * (least + unit() * (bound - least)));
    }
}
