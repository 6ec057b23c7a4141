package io.xunjian.oracle;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The facts of a random history while it is thought up, and the instants at which something may tip over. */
final class RandomFacts {

    static final long HOUR = 3_600_000;
    static final long DAY = 24 * HOUR;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The order of UTF-8 and that of Java's own strings differ in the last two. */
    private static final List<String> ID_STARTS = List.of("a", "b", "Z", "\uFFFD", "\uD83D\uDE9A");

    /** Opening, closing, midnight, and what twelve and two hours of business make of them. */
    private static final List<Integer> HOURS = List.of(0, 0, 8, 9, 9, 10, 11, 12, 19, 20, 21, 21, 23);

    final Random random;
    private final long firstMidnight;
    private final int days;
    private final List<Long> limits = new ArrayList<>();
    private final List<RandomMarket.Line> lines = new ArrayList<>();

    RandomFacts(Random random, long firstMidnight, int days) {
        this.random = random;
        this.firstMidnight = firstMidnight;
        this.days = days;
    }

    List<RandomMarket.Line> lines() {
        return lines;
    }

    @SafeVarargs
    final <T> T oneOf(T... some) {
        return some[random.nextInt(some.length)];
    }

    boolean onceIn(int times) {
        return random.nextInt(times) == 0;
    }

    /** A day of the history at midnight. */
    long midnight() {
        return firstMidnight + random.nextInt(days) * DAY;
    }

    /** An instant of the history: a full hour or one of the limits, at times 1 ms beside. */
    long instant() {
        if (!limits.isEmpty() && onceIn(3)) {
            return beside(limits.get(random.nextInt(limits.size())));
        }
        return beside(midnight() + HOURS.get(random.nextInt(HOURS.size())) * HOUR);
    }

    /** That instant, or 1 ms before or after. */
    long beside(long instant) {
        return instant + oneOf(-1, 0, 0, 1);
    }

    /** Notes an instant at which something may tip over; other events, and the horizon, may fall on it. */
    long limit(long instant) {
        limits.add(instant);
        return instant;
    }

    /**
     * Adds an event.
     *
     * @param fields names and values in turn: texts, numbers, booleans, or null for a field that is absent
     */
    void add(String stream, String type, long time, Object... fields) {
        ObjectNode event = JSON.createObjectNode();
        event.put("eventId", ID_STARTS.get(random.nextInt(ID_STARTS.size())) + random.nextInt(10) + "-" + lines.size());
        event.put("eventType", type);
        if (onceIn(20)) {
            event.put(
                    "eventTime",
                    DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                            Instant.ofEpochMilli(time).atZone(PlatformDays.ZONE)));
        } else {
            event.put("eventTime", time);
        }
        for (int i = 0; i < fields.length; i += 2) {
            put(event, (String) fields[i], fields[i + 1]);
        }
        if (onceIn(20)) {
            event.put("note", "not named in the contract");
        }
        lines.add(new RandomMarket.Line(stream, event.toString()));
    }

    private void put(ObjectNode event, String field, Object value) {
        if (value != null) {
            event.set(field, JSON.valueToTree(value));
        } else if (onceIn(2)) {
            event.putNull(field);
        }
    }
}
