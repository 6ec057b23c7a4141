package io.xunjian.functions;

import static io.xunjian.rules.testing.Times.DAY;
import static io.xunjian.rules.testing.Times.days;

import io.xunjian.functions.JudgeHarness.Backend;
import io.xunjian.functions.Judges.Step;
import io.xunjian.oracle.Markets;
import io.xunjian.rules.History;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.testing.Books;
import io.xunjian.rules.testing.NetAlert;
import io.xunjian.rules.testing.Seeds;
import io.xunjian.rules.testing.Shrinker;
import java.util.ArrayList;
import java.util.List;
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
            List<Step> steps = Arrivals.shuffled(Markets.events(random), SERVICE_WINDOW, random);
            Shrinker.assertHolds(steps, part -> isJudgedAtOnce(part, FOR_EVER, inMemory(seed)));
        });
    }

    @Test
    void whereNothingCameTooLateForgettingChangesNothing() {
        Seeds.each(HISTORIES, (seed, random) -> {
            List<Step> steps = Arrivals.lateByADayAtMost(Markets.events(random), SERVICE_WINDOW, random);
            Shrinker.assertHolds(steps, part -> isJudgedAtOnce(part, DAY, inMemory(seed)));
        });
    }

    @Test
    void onRocksDbNeither() {
        Seeds.each(HISTORIES / 40, (seed, random) -> {
            List<Step> steps = Arrivals.lateByADayAtMost(Markets.events(random), SERVICE_WINDOW, random);
            Shrinker.assertHolds(steps, part -> isJudgedAtOnce(part, DAY, onDisk(seed)));
        });
    }

    @Test
    void aRestoreAnywhereChangesNothing() {
        Seeds.each(HISTORIES / 5, (seed, random) -> {
            List<Step> steps = Arrivals.lateByADayAtMost(Markets.events(random), SERVICE_WINDOW, random);
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
        List<Event> events = Arrivals.events(steps);
        if (!Arrivals.areRemembered(events, SERVICE_WINDOW)) {
            return true;
        }
        try (Judges judges = new Judges(Books.BUILT_IN, lateness, backend)) {
            for (int i = 0; i < steps.size(); i++) {
                judges.take(steps.subList(i, i + 1));
                if (i % STORED_EACH == 0 && !judges.isOneTimerAKey()) {
                    return false;
                }
            }
            boolean isAsJudged =
                    judges.late().isEmpty() && judges.net().equals(atOnce(events, Arrivals.watermark(steps)));
            return isAsJudged && judges.end().isEmpty();
        }
    }

    private static boolean isRestored(List<Step> steps, int at, Backend backend) throws Exception {
        List<Event> events = Arrivals.events(steps);
        if (!Arrivals.areRemembered(events, SERVICE_WINDOW)) {
            return true;
        }
        try (Judges before = new Judges(Books.BUILT_IN, DAY, backend).take(steps.subList(0, at));
                Judges after = before.restored()) {
            after.watermark(Arrivals.watermark(steps.subList(0, at))).take(steps.subList(at, steps.size()));
            List<NetAlert> said = new ArrayList<>(before.said());
            said.addAll(after.said());
            return after.late().isEmpty()
                    && after.isOneTimerAKey()
                    && NetAlert.net(said).equals(atOnce(events, Arrivals.watermark(steps)))
                    && after.end().isForgotten();
        }
    }

    private static List<NetAlert> atOnce(List<Event> events, long asOf) {
        return NetAlert.ofAll(History.findings(events, asOf, Books.BUILT_IN));
    }
}
