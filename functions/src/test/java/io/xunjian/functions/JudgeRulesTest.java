package io.xunjian.functions;

import static io.xunjian.rules.testing.Times.DAY;
import static io.xunjian.rules.testing.Times.days;

import io.xunjian.functions.JudgeHarness.Backend;
import io.xunjian.functions.Judges.Step;
import io.xunjian.oracle.Markets;
import io.xunjian.rules.History;
import io.xunjian.rules.Rules;
import io.xunjian.rules.book.Announcement;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.testing.Books;
import io.xunjian.rules.testing.NetAlert;
import io.xunjian.rules.testing.RandomAnnouncement;
import io.xunjian.rules.testing.Seeds;
import io.xunjian.rules.testing.Shrinker;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A version that is published while the job runs, wherever its record arrives among the events: from then on that is said
 * which is found at once by the book with it. {@code -Dxunjian.histories=2000} for more of them.
 */
class JudgeRulesTest {

    private static final int HISTORIES = Integer.getInteger("xunjian.histories", 160);
    private static final long SERVICE_WINDOW = days(60); // of the shortest version that is published
    private static final int PLACES = 4;

    @Test
    void itDoesNotMatterWhenAPublishedVersionArrives() {
        Seeds.each(HISTORIES / 2, (seed, random) -> {
            List<Step> steps = Arrivals.lateByADayAtMost(Markets.events(random), SERVICE_WINDOW, random);
            List<Event> events = Arrivals.events(steps);
            if (events.isEmpty()) {
                return;
            }
            long about = events.get(random.nextInt(events.size())).eventTime();
            Announcement rule = RandomAnnouncement.about(about, random);
            int last = lastPlace(steps, rule.publishedAt() + DAY);
            for (int i = 0; i < PLACES; i++) {
                int place = i == 0 ? 0 : i == 1 ? last : random.nextInt(last + 1);
                Backend backend = seed % 20 == 0 && i == 1 ? Backend.ROCKSDB_NARROW : inMemory(seed);
                Shrinker.assertHolds(with(rule, place, steps), part -> isJudgedAtOnce(part, backend));
            }
        });
    }

    @Test
    void norWhenTheJobIsRestoredAfterIt() {
        Seeds.each(HISTORIES / 4, (seed, random) -> {
            List<Step> steps = Arrivals.lateByADayAtMost(Markets.events(random), SERVICE_WINDOW, random);
            List<Event> events = Arrivals.events(steps);
            if (events.isEmpty()) {
                return;
            }
            Announcement rule = RandomAnnouncement.about(
                    events.get(random.nextInt(events.size())).eventTime(), random);
            int place = random.nextInt(lastPlace(steps, rule.publishedAt() + DAY) + 1);
            List<Step> all = with(rule, place, steps);
            int at = random.nextInt(all.size() + 1);
            Shrinker.assertHolds(all, part -> isRestored(part, Math.min(at, part.size()), inMemory(seed)));
        });
    }

    private static Backend inMemory(long seed) {
        return List.of(Backend.HEAP, Backend.HEAP_NARROW, Backend.HEAP_ALONE).get((int) (seed % 3));
    }

    /** How many steps can come before the record: while it is not read, the watermark is not past this instant. */
    private static int lastPlace(List<Step> steps, long instant) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).isWatermark() && steps.get(i).watermark() > instant) {
                return i;
            }
        }
        return steps.size();
    }

    private static List<Step> with(Announcement rule, int place, List<Step> steps) {
        List<Step> all = new ArrayList<>(steps);
        all.add(place, Step.rule(rule));
        return all;
    }

    private static boolean isJudgedAtOnce(List<Step> steps, Backend backend) throws Exception {
        if (!Arrivals.areRemembered(Arrivals.events(steps), SERVICE_WINDOW)) {
            return true;
        }
        try (Judges judges = new Judges(Books.BUILT_IN, DAY, backend)) {
            for (int i = 0; i < steps.size(); i++) {
                judges.take(steps.subList(i, i + 1));
                boolean isTold = steps.get(i).event() == null;
                if (isTold && !judges.net().equals(atOnce(steps.subList(0, i + 1)))) {
                    return false;
                }
            }
            return judges.late().isEmpty()
                    && judges.isOneTimerAKey()
                    && judges.end().isForgotten();
        }
    }

    private static boolean isRestored(List<Step> steps, int at, Backend backend) throws Exception {
        if (!Arrivals.areRemembered(Arrivals.events(steps), SERVICE_WINDOW)) {
            return true;
        }
        try (Judges before = new Judges(Books.BUILT_IN, DAY, backend).take(steps.subList(0, at));
                Judges after = before.restored()) {
            after.watermark(Arrivals.watermark(steps.subList(0, at))).take(steps.subList(at, steps.size()));
            List<NetAlert> said = new ArrayList<>(before.said());
            said.addAll(after.said());
            return after.late().isEmpty() && NetAlert.net(said).equals(atOnce(steps));
        }
    }

    private static List<NetAlert> atOnce(List<Step> steps) throws Exception {
        RuleBook book = Books.BUILT_IN;
        for (Step step : steps) {
            book = step.rule() == null ? book : book.with(Rules.ALL, step.rule());
        }
        return NetAlert.ofAll(History.findings(Arrivals.events(steps), Arrivals.watermark(steps), book));
    }
}
