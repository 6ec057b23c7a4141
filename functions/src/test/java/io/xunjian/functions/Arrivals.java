package io.xunjian.functions;

import static io.xunjian.rules.testing.Times.DAY;
import static io.xunjian.rules.testing.Times.HOUR;
import static io.xunjian.rules.testing.Times.days;

import io.xunjian.functions.Judges.Step;
import io.xunjian.rules.Instants;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.testing.Histories;
import io.xunjian.rules.testing.RandomHistory;
import io.xunjian.rules.testing.Remembered;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** How events come to judges: in which order, and with which watermarks between them. */
final class Arrivals {

    private Arrivals() {}

    /** Whether a live run, which forgets, is held to all of these. */
    static boolean areRemembered(List<Event> events, long serviceWindow) {
        return Remembered.of(events, serviceWindow).size() == events.size();
    }

    static List<Event> events(List<Step> steps) {
        return steps.stream().map(Step::event).filter(event -> event != null).toList();
    }

    /** Where the watermark stands at last. */
    static long watermark(List<Step> steps) {
        return steps.stream()
                .filter(Step::isWatermark)
                .mapToLong(Step::watermark)
                .max()
                .orElse(Instants.BEFORE_ALL);
    }

    /** In any order, with watermarks anywhere between them. */
    static List<Step> shuffled(List<Event> events, long serviceWindow, Random random) {
        List<Step> steps = new ArrayList<>();
        long watermark = Instants.BEFORE_ALL;
        for (Event event : RandomHistory.delivered(Remembered.of(events, serviceWindow), random)) {
            steps.add(Step.of(event));
            if (random.nextInt(6) == 0) {
                watermark = Math.max(watermark, event.eventTime() + random.nextInt(3) - 1);
                steps.add(Step.watermark(watermark));
            }
        }
        steps.add(Step.watermark(end(events, watermark, random)));
        return steps;
    }

    /**
     * Each event within a day after it happened, some of them again, and watermarks between them: at the least one ms
     * before what arrives next, at the most a day and a ms after what is the latest by then.
     */
    static List<Step> lateByADayAtMost(List<Event> events, long serviceWindow, Random random) {
        long[] delays = {0, 0, 1, HOUR, DAY - 1, DAY};
        Map<Event, Long> arrival = new HashMap<>();
        List<Event> remembered = Remembered.of(events, serviceWindow);
        remembered.forEach(event -> arrival.put(event, event.eventTime() + delays[random.nextInt(delays.length)]));
        List<Step> steps = new ArrayList<>();
        long watermark = Instants.BEFORE_ALL;
        for (Event event :
                remembered.stream().sorted(Comparator.comparing(arrival::get)).toList()) {
            if (random.nextInt(3) > 0) {
                long latest = arrival.get(event) - 1;
                watermark = Math.max(watermark, latest - (random.nextBoolean() ? 0 : random.nextInt(3) * HOUR));
                steps.add(Step.watermark(watermark));
            }
            steps.add(Step.of(event));
            if (random.nextInt(8) == 0) {
                steps.add(Step.of(event));
            }
        }
        long last = arrival.values().stream().mapToLong(at -> at).max().orElse(0);
        steps.add(Step.watermark(end(events, Math.max(watermark, last), random)));
        return steps;
    }

    private static long end(List<Event> events, long watermark, Random random) {
        long[] after = {0, DAY, days(3), days(91), days(400)};
        return Math.max(watermark, Histories.horizonOf(events)) + after[random.nextInt(after.length)];
    }
}
