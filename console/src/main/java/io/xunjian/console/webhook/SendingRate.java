package io.xunjian.console.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How often a bot is told something: so many times in any minute, as the messengers allow. */
final class SendingRate {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final int mostAMinute;
    private final InstantSource clock;
    private final Map<String, Deque<Instant>> sent = new HashMap<>();

    SendingRate(int mostAMinute, InstantSource clock) {
        this.mostAMinute = mostAMinute;
        this.clock = clock;
    }

    /** Takes a turn; where there is none left, says when there is one. */
    synchronized Optional<Instant> notBefore(String webhookId) {
        Instant now = clock.instant();
        Deque<Instant> times = sent.computeIfAbsent(webhookId, id -> new ArrayDeque<>());
        while (!times.isEmpty() && !times.peekFirst().plus(MINUTE).isAfter(now)) {
            times.removeFirst();
        }
        if (times.size() >= mostAMinute) {
            return Optional.of(times.peekFirst().plus(MINUTE));
        }
        times.addLast(now);
        return Optional.empty();
    }
}
