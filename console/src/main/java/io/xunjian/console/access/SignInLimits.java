package io.xunjian.console.access;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How often one may fail to sign in within {@link #WINDOW}: 5 times for a name from an address, 20 times from an address, and
 * 50 times for a name from anywhere, so that a stranger cannot easily lock out its owner.
 */
final class SignInLimits {

    static final Duration WINDOW = Duration.ofMinutes(15);
    static final int NAME_AND_ADDRESS = 5;
    static final int ADDRESS = 20;
    static final int NAME = 50;
    /** So many are remembered; the oldest goes first. */
    private static final int REMEMBERED = 100_000;

    private final InstantSource clock;
    private final Map<String, Deque<Long>> failures = new LinkedHashMap<>();

    SignInLimits(InstantSource clock) {
        this.clock = clock;
    }

    /** Counts a try as failed until it is known to have succeeded, so that a hundred at once are not one. */
    synchronized boolean mayTry(String name, String address) {
        List<Limit> limits = limits(name, address);
        if (limits.stream().anyMatch(limit -> recent(limit.key()) >= limit.most())) {
            return false;
        }
        for (Limit limit : limits) {
            failures.computeIfAbsent(limit.key(), key -> new ArrayDeque<>()).addLast(clock.millis());
        }
        while (failures.size() > REMEMBERED) {
            failures.remove(failures.keySet().iterator().next());
        }
        return true;
    }

    /** Forgets the tries of a name from an address; of the others only the one that succeeded. */
    synchronized void succeeded(String name, String address) {
        for (Limit limit : limits(name, address)) {
            Deque<Long> tries = failures.get(limit.key());
            if (tries != null) {
                tries.pollLast();
            }
        }
        failures.remove(limits(name, address).get(0).key());
    }

    private int recent(String key) {
        Deque<Long> tries = failures.get(key);
        if (tries == null) {
            return 0;
        }
        long since = clock.millis() - WINDOW.toMillis();
        while (!tries.isEmpty() && tries.peekFirst() <= since) {
            tries.removeFirst();
        }
        if (tries.isEmpty()) {
            failures.remove(key);
        }
        return tries.size();
    }

    private static List<Limit> limits(String name, String address) {
        return List.of(
                new Limit("both " + name + " " + address, NAME_AND_ADDRESS),
                new Limit("address " + address, ADDRESS),
                new Limit("name " + name, NAME));
    }

    private record Limit(String key, int most) {}
}
