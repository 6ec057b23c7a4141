package io.xunjian.functions;

import static io.xunjian.rules.testing.Times.DAY;
import static io.xunjian.rules.testing.Times.HOUR;
import static io.xunjian.rules.testing.Times.days;

import io.xunjian.functions.JudgeHarness.Backend;
import io.xunjian.functions.Judges.Step;
import io.xunjian.oracle.Markets;
import io.xunjian.rules.History;
import io.xunjian.rules.Instants;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.testing.Books;
import io.xunjian.rules.testing.Histories;
import io.xunjian.rules.testing.NetAlert;
import io.xunjian.rules.testing.RandomHistory;
import io.xunjian.rules.testing.Remembered;
import io.xunjian.rules.testing.Seeds;
import io.xunjian.rules.testing.Shrinker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random histories over all streams through all judges, against the same facts judged at once; {@code
 * -Dxunjian.histories=2000} for more of them.
 */
class JudgeMarketsTest {

    /** Of so many steps one is followed by a look into the state, before which all is stored. */
    private static final int STORED_EACH = 5;

    private static final int HISTORIES = Integer.getInteger("xunjian.histories", 160);
    private static final long FOR_EVER = days(36_500);
    private static final long SERVICE_WINDOW = days(90);

    @Test
    void inWhateverOrderFactsComeTheyAreJudgedAsAtOnce() {
        Seeds.each(HISTORIES / 2, (seed, random) -> {
            List<Step> steps = shuffled(Markets.events(random), random);
            Shrinker.assertHolds(steps, part -> isJudgedAtOnce(part, FOR_EVER, inMemory(seed)));
        });
    }

    @Test
    void whereNothingCameTooLateForgettingChangesNothing() {
        Seeds.each(HISTORIES, (seed, random) -> {
            List<Step> steps = lateByADayAtMost(Markets.events(random), random);
            Shrinker.assertHolds(steps, part -> isJudgedAtOnce(part, DAY, inMemory(seed)));
        });
    }

    @Test
    void onRocksDbNeither() {
        Seeds.each(HISTORIES / 40, (seed, random) -> {
            List<Step> steps = lateByADayAtMost(Markets.events(random), random);
            Shrinker.assertHolds(steps, part -> isJudgedAtOnce(part, DAY, onDisk(seed)));
        });
    }

    @Test
    void aRestoreAnywhereChangesNothing() {
        Seeds.each(HISTORIES / 5, (seed, random) -> {
            List<Step> steps = lateByADayAtMost(Markets.events(random), random);
            int at = random.nextInt(steps.size() + 1);
            Backend backend = seed % 10 == 0 ? onDisk(seed / 10) : inMemory(seed);
            Shrinker.assertHolds(steps, part -> isRestored(part, Math.min(at, part.size()), backend));
        });
    }

    private static Backend inMemory(long seed) {
        return List.of(Backend.HEAP, Backend.HEAP_NARROW, Backend.HEAP_ALONE).get((int) (seed % 3));
    }

    private static Backend onDisk(long seed) {
        return seed % 2 == 0 ? Backend.ROCKSDB : Backend.ROCKSDB_NARROW;
    }

    /** Nothing is late, each key has one timer, what is said is what is judged at once, and the end leaves nothing. */
    private static boolean isJudgedAtOnce(List<Step> steps, long lateness, Backend backend) throws Exception {
        List<Event> events = events(steps);
        if (!isRemembered(events)) {
            return true;
        }
        try (Judges judges = new Judges(Books.BUILT_IN, lateness, backend)) {
            for (int i = 0; i < steps.size(); i++) {
                judges.take(steps.subList(i, i + 1));
                if (i % STORED_EACH == 0 && !judges.isOneTimerAKey()) {
                    return false;
                }
            }
            boolean isAsJudged = judges.late().isEmpty() && judges.net().equals(atOnce(events, watermark(steps)));
            return isAsJudged && judges.end().isEmpty();
        }
    }

    private static boolean isRestored(List<Step> steps, int at, Backend backend) throws Exception {
        List<Event> events = events(steps);
        if (!isRemembered(events)) {
            return true;
        }
        try (Judges before = new Judges(Books.BUILT_IN, DAY, backend).take(steps.subList(0, at));
                Judges after = before.restored()) {
            after.watermark(watermark(steps.subList(0, at))).take(steps.subList(at, steps.size()));
            List<NetAlert> said = new ArrayList<>(before.said());
            said.addAll(after.said());
            return after.late().isEmpty()
                    && after.isOneTimerAKey()
                    && NetAlert.net(said).equals(atOnce(events, watermark(steps)))
                    && after.end().isForgotten();
        }
    }

    private static boolean isRemembered(List<Event> events) {
        return Remembered.of(events, SERVICE_WINDOW).size() == events.size();
    }

    private static List<NetAlert> atOnce(List<Event> events, long asOf) {
        return NetAlert.ofAll(History.findings(events, asOf, Books.BUILT_IN));
    }

    private static List<Event> events(List<Step> steps) {
        return steps.stream().map(Step::event).filter(event -> event != null).toList();
    }

    /** Where the watermark stands at last. */
    private static long watermark(List<Step> steps) {
        return steps.stream()
                .filter(step -> step.event() == null)
                .mapToLong(Step::watermark)
                .max()
                .orElse(Instants.BEFORE_ALL);
    }

    private static List<Step> shuffled(List<Event> events, Random random) {
        List<Step> steps = new ArrayList<>();
        long watermark = Instants.BEFORE_ALL;
        for (Event event : RandomHistory.delivered(Remembered.of(events, SERVICE_WINDOW), random)) {
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
    private static List<Step> lateByADayAtMost(List<Event> events, Random random) {
        long[] delays = {0, 0, 1, HOUR, DAY - 1, DAY};
        Map<Event, Long> arrival = new HashMap<>();
        List<Event> remembered = Remembered.of(events, SERVICE_WINDOW);
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
