package io.xunjian.console.store;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers that may take a while. One that did is given again until ten times that while has passed, and once more while it is
 * found anew: so answers are exact where there are few alerts, and some seconds behind where there are a million.
 */
final class Kept<K, V> {

    private static final Logger LOG = LoggerFactory.getLogger(Kept.class);
    private static final long SHARE = 10;

    /** Nanoseconds that nobody minds. */
    private static final long NOTHING = 20_000_000;

    /** After which an answer is too old to be given once more. */
    private static final long OLD = Duration.ofMinutes(2).toNanos();

    private final Function<K, V> finding;
    private final int most;

    /** The one that was asked for last is at the end. */
    private final Map<K, Place> places = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * Begins with none.
     *
     * @param most how many are kept
     */
    Kept(int most, Function<K, V> finding) {
        this.finding = finding;
        this.most = most;
    }

    V get(K key) {
        return place(key).get();
    }

    private Place place(K key) {
        synchronized (places) {
            Place place = places.computeIfAbsent(key, Place::new);
            if (places.size() > most) {
                places.remove(places.keySet().iterator().next());
            }
            return place;
        }
    }

    /**
     * An answer.
     *
     * @param number among those that were found for its key
     * @param until when it is given without a thought, of {@link System#nanoTime()}
     */
    private record Found<V>(V value, int number, long until) {

        boolean isFresh() {
            return System.nanoTime() - until < 0;
        }

        boolean isOld() {
            return System.nanoTime() - until > OLD;
        }
    }

    /** Where one answer is kept. */
    private final class Place {

        private final K key;
        private final AtomicBoolean isSoon = new AtomicBoolean();
        private volatile Found<V> found;
        private volatile boolean isQuick;

        Place(K key) {
            this.key = key;
        }

        V get() {
            Found<V> last = found;
            if (last == null || last.isOld() || isQuick) {
                return find(last == null ? 0 : last.number());
            }
            if (!last.isFresh()) {
                findSoon();
            }
            return last.value();
        }

        /** Somebody else may find it while this one waits. */
        private synchronized V find(int known) {
            int number = found == null ? 0 : found.number();
            if (number == known || !found.isFresh()) {
                long from = System.nanoTime();
                V value = finding.apply(key);
                long now = System.nanoTime();
                long took = now - from;
                isQuick = took < NOTHING;
                found = new Found<>(value, number + 1, isQuick ? now : now + SHARE * took);
            }
            return found.value();
        }

        private void findSoon() {
            if (isSoon.compareAndSet(false, true)) {
                Thread thread = new Thread(this::findNow, "counting");
                thread.setDaemon(true);
                thread.start();
            }
        }

        private void findNow() {
            try {
                Found<V> last = found;
                find(last == null ? 0 : last.number());
            } catch (JdbiException e) {
                LOG.warn("Cannot count, the next who asks tries again: {}", e.getMessage());
            } finally {
                isSoon.set(false);
            }
        }
    }
}
