package io.xunjian.cluster.supervised;

import java.time.Duration;

/** How long to wait before a process is started again: each time twice as long, until one has lived for two minutes. */
final class BackOff {

    static final Duration LONG_LIFE = Duration.ofMinutes(2);

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private Duration last = Duration.ZERO;

    /** The wait after a process that lived for so long. */
    Duration afterLifeOf(Duration life) {
        boolean isFirst = last.isZero() || life.compareTo(LONG_LIFE) >= 0;
        Duration next = isFirst ? FIRST : last.multipliedBy(2);
        last = next.compareTo(LONGEST) > 0 ? LONGEST : next;
        return last;
    }
}
