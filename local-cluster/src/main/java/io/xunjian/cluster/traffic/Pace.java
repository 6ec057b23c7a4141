package io.xunjian.cluster.traffic;

/** Simulated time that runs {@code speed} times as fast as real time until it has caught up; then they run together. */
final class Pace {

    private final long from;
    private final double speed;
    private final long begunNanos = System.nanoTime();

    /** Simulated time begins now, at {@code from} (epoch milliseconds). */
    Pace(long from, double speed) {
        this.from = from;
        this.speed = speed;
    }

    /** Epoch milliseconds. */
    long now() {
        double elapsedMillis = (System.nanoTime() - begunNanos) / 1e6;
        return (long) Math.min(from + elapsedMillis * speed, (double) System.currentTimeMillis());
    }
}
