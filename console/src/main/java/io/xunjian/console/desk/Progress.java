package io.xunjian.console.desk;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** How far this console has read the topic of decisions: who wrote one waits here until it can be seen. */
public final class Progress {

    private final Map<Integer, Long> last = new HashMap<>();

    /** The database has this record now. */
    synchronized void passed(int partition, long offset) {
        last.merge(partition, offset, Math::max);
        notifyAll();
    }

    /** The topic is another one, whose offsets begin anew. */
    synchronized void forget() {
        last.clear();
    }

    /** Whether the database has these records, by partition, before the time is over. */
    synchronized boolean await(Map<Integer, Long> offsets, Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (!has(offsets)) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    private boolean has(Map<Integer, Long> offsets) {
        return offsets.entrySet().stream()
                .allMatch(entry -> last.getOrDefault(entry.getKey(), -1L) >= entry.getValue());
    }
}
