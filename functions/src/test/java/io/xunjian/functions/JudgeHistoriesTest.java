package io.xunjian.functions;

import static io.xunjian.rules.testing.Times.DAY;
import static io.xunjian.rules.testing.Times.HOUR;
import static io.xunjian.rules.testing.Times.days;

import io.xunjian.functions.JudgeHarness.Backend;
import io.xunjian.functions.Judges.Step;
import io.xunjian.rules.History;
import io.xunjian.rules.Instants;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.EventType;
import io.xunjian.rules.testing.Books;
import io.xunjian.rules.testing.Histories;
import io.xunjian.rules.testing.NetAlert;
import io.xunjian.rules.testing.RandomHistory;
import io.xunjian.rules.testing.Seeds;
import io.xunjian.rules.testing.Shrinker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random histories of orders, dense in limits, through all judges, against the same facts judged at once. */
class JudgeHistoriesTest {

    /** Of so many steps one is followed by a look into the state, before which all is stored. */
    private static final int STORED_EACH = 5;

    private static final long FOR_EVER = days(36_500);
    private static final long[] LATENESSES = {0, HOUR, DAY, 15 * DAY, 60 * DAY};

    @Test
    void whatIsSaidLiveIsWhatIsJudgedAtOnce() {
        Seeds.each(120, (seed, random) -> {
            List<Step> steps = steps(RandomHistory.delivered(RandomHistory.of(random), random), random);
            Shrinker.assertHolds(
                    steps, part -> isJudgedAtOnce(part, FOR_EVER, seed % 2 == 0 ? Backend.HEAP : Backend.HEAP_NARROW));
        });
    }

    @Test
    void whatIsSaidLiveOnRocksDbIsWhatIsJudgedAtOnce() {
        Seeds.each(10, (seed, random) -> {
            List<Step> steps = steps(RandomHistory.delivered(RandomHistory.of(random), random), random);
            Shrinker.assertHolds(
                    steps,
                    part -> isJudgedAtOnce(part, FOR_EVER, seed % 2 == 0 ? Backend.ROCKSDB : Backend.ROCKSDB_NARROW));
        });
    }

    /** An order that is paid again after it was forgotten is a new one: such histories are left out. */
    @Test
    void whereNothingCameTooLateForgettingChangesNothing() {
        Seeds.each(120, (seed, random) -> {
            long lateness = LATENESSES[random.nextInt(LATENESSES.length)];
            List<Event> events = nearlyInOrder(paidOnceAndFirst(RandomHistory.of(random)), random);
            Shrinker.assertHolds(
                    steps(events, random),
                    part -> isJudgedAtOnce(part, lateness, seed % 2 == 0 ? Backend.HEAP : Backend.HEAP_NARROW));
        });
    }

    @Test
    void theEndSaysWhatIsJudgedAtTheHorizonAndLeavesNothing() {
        Seeds.each(60, (seed, random) -> {
            List<Event> history = RandomHistory.of(random);
            long horizon = Histories.horizonOf(history) - random.nextInt(4) * DAY;
            List<Event> known = history.stream()
                    .filter(event -> event.eventTime() <= horizon)
                    .toList();
            List<Step> steps = RandomHistory.delivered(known, random).stream()
                    .map(Step::of)
                    .toList();
            Shrinker.assertHolds(steps, part -> endsAsJudgedAt(horizon, part));
        });
    }

    private static boolean endsAsJudgedAt(long horizon, List<Step> steps) throws Exception {
        try (Judges judges = new Judges(Books.BUILT_IN, DAY, Backend.HEAP)) {
            judges.take(steps).horizon(horizon).end();
            return judges.isEmpty() && judges.net().equals(atOnce(steps, horizon));
        }
    }

    private static boolean isJudgedAtOnce(List<Step> steps, long lateness, Backend backend) throws Exception {
        long watermark = Instants.BEFORE_ALL;
        try (Judges judges = new Judges(Books.BUILT_IN, lateness, backend)) {
            for (int i = 0; i < steps.size(); i++) {
                judges.take(steps.subList(i, i + 1));
                if (i % STORED_EACH == 0 && !judges.isOneTimerAKey()) {
                    return false;
                }
                Step step = steps.get(i);
                watermark = step.isWatermark() ? step.watermark() : watermark;
            }
            boolean isAsJudged = !judges.late().isEmpty() || judges.net().equals(atOnce(steps, watermark));
            return isAsJudged && judges.end().isEmpty();
        }
    }

    private static List<NetAlert> atOnce(List<Step> steps, long asOf) {
        List<Event> events =
                steps.stream().map(Step::event).filter(event -> event != null).toList();
        return NetAlert.ofAll(History.findings(events, asOf, Books.BUILT_IN));
    }

    /** The events with watermarks between them that rise to beyond the last. */
    private static List<Step> steps(List<Event> events, Random random) {
        List<Step> steps = new ArrayList<>();
        long watermark = Instants.BEFORE_ALL;
        for (Event event : events) {
            steps.add(Step.of(event));
            if (random.nextInt(3) == 0) {
                watermark = Math.max(watermark, event.eventTime() - random.nextInt(3) * HOUR);
                steps.add(Step.watermark(watermark));
            }
        }
        long last = Math.max(watermark, Histories.horizonOf(events));
        steps.add(Step.watermark(last + random.nextInt(3) * DAY));
        return steps;
    }

    private static List<Event> nearlyInOrder(List<Event> events, Random random) {
        Map<Event, Long> arrival = new HashMap<>();
        events.forEach(event -> arrival.put(event, event.eventTime() + random.nextInt(3) * DAY));
        return events.stream().sorted(Comparator.comparing(arrival::get)).toList();
    }

    private static List<Event> paidOnceAndFirst(List<Event> events) {
        Map<String, Event> payments = new HashMap<>();
        for (Event event : events) {
            if (event.type() == EventType.ORDER_PAID) {
                payments.merge(event.orderId(), event, (a, b) -> a.eventTime() <= b.eventTime() ? a : b);
            }
        }
        return events.stream()
                .filter(event -> event.type() == EventType.ORDER_PAID
                        ? payments.containsValue(event)
                        : payments.containsKey(event.orderId())
                                && payments.get(event.orderId()).eventTime() <= event.eventTime())
                .toList();
    }
}
