package io.xunjian.rules.lateshipment;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.Evidence;
import io.xunjian.rules.Finding;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Verdict;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.EventType;
import io.xunjian.rules.testing.Books;
import io.xunjian.rules.testing.JoinLaws;
import io.xunjian.rules.testing.NetAlert;
import io.xunjian.rules.testing.RandomHistory;
import io.xunjian.rules.testing.RoundTrip;
import io.xunjian.rules.testing.Seeds;
import io.xunjian.rules.testing.Shrinker;
import io.xunjian.rules.testing.Times;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LateShipmentLawsTest {

    private static final int SEEDS = 2_000;
    private static final Map<CureOn, RuleBook> BOOKS = Map.of(
            CureOn.WAYBILL_UPLOADED,
            Books.BUILT_IN,
            CureOn.PICKUP_SCAN,
            Books.with(LateShipment.CODE, "cureOn: PICKUP_SCAN"));
    private static final LateShipment RULE = new LateShipment();

    @Test
    void factsOfAnOrderJoinInAnyOrderAndAnyNumberOfTimes() {
        Seeds.each(SEEDS, (seed, random) -> JoinLaws.assertLawful(Orders.KIND, acts(random), random));
    }

    @Test
    void everyEventThatWasJoinedIsContainedAndNoOther() {
        Seeds.each(SEEDS, (seed, random) -> {
            List<Event> acts = acts(random);
            Shrinker.assertHolds(acts, some -> {
                OrderFacts facts = facts(some);
                return acts.stream().allMatch(act -> Orders.KIND.contains(facts, act) == some.contains(act));
            });
        });
    }

    @Test
    void factsComeOutOfStateAsTheyWentIn() {
        Seeds.each(
                SEEDS,
                (seed, random) -> Shrinker.assertHolds(
                        acts(random), some -> facts(some).equals(RoundTrip.of(Orders.KIND.codec(), facts(some)))));
    }

    @Test
    void theVerdictIsWhatTheDefinitionSaysAtEveryInstant() {
        BOOKS.forEach((cureOn, book) -> eachHistory(events -> instants(events).stream()
                .allMatch(asOf -> NetAlert.ofAll(judge(events, asOf, book).findings())
                        .equals(SpecLateShipment.alerts(events, asOf, cureOn)))));
    }

    @Test
    void whatHappensAfterAnInstantDoesNotChangeTheVerdictOfIt() {
        BOOKS.forEach((cureOn, book) -> eachHistory(events -> instants(events).stream()
                .allMatch(asOf -> judge(events, asOf, book)
                        .findings()
                        .equals(judge(upTo(asOf, events), asOf, book).findings()))));
    }

    @Test
    void theVerdictOnlyGrowsAndIsCured() {
        BOOKS.forEach((cureOn, book) -> eachHistory(events -> {
            List<Finding> before = List.of();
            for (long asOf : instants(events)) {
                List<Finding> now = judge(events, asOf, book).findings();
                if (now.size() < before.size() || !stillStand(before, now, asOf)) {
                    return false;
                }
                before = now;
            }
            return true;
        }));
    }

    @Test
    void nothingChangesBeforeTheNextLook() {
        BOOKS.forEach((cureOn, book) -> eachHistory(events -> {
            Verdict look = judge(events, Instants.BEFORE_ALL, book);
            for (long asOf : instants(events)) {
                Verdict now = judge(events, asOf, book);
                boolean isExpected = asOf >= look.nextLook()
                        || (now.findings().equals(look.findings()) && now.nextLook() == look.nextLook());
                if (!isExpected || now.nextLook() <= asOf) {
                    return false;
                }
                look = now;
            }
            return look.nextLook() == Instants.NEVER;
        }));
    }

    @Test
    void everyNextLookHasSomethingNewToSay() {
        BOOKS.forEach((cureOn, book) -> eachHistory(events -> {
            Verdict look = judge(events, Instants.BEFORE_ALL, book);
            while (look.nextLook() != Instants.NEVER) {
                Verdict next = judge(events, look.nextLook(), book);
                if (next.findings().equals(look.findings())) {
                    return false;
                }
                look = next;
            }
            return true;
        }));
    }

    @Test
    void nothingThatHappensAfterAPaidOrderIsSettledChangesItsVerdict() {
        BOOKS.forEach((cureOn, book) -> Seeds.each(SEEDS, (seed, random) -> {
            List<Event> later = acts(random);
            Shrinker.assertHolds(acts(random), events -> {
                long settledAt = judge(events, Times.A_YEAR_LATER, book).settledAt();
                boolean isPaid = events.stream().anyMatch(event -> event.type() == EventType.ORDER_PAID);
                return !isPaid
                        || later.stream()
                                .filter(event -> event.eventTime() > settledAt)
                                .allMatch(event -> addsNothing(event, events, settledAt, book));
            });
        }));
    }

    @Test
    void theEvidenceAloneGivesTheSameVerdict() {
        BOOKS.forEach((cureOn, book) -> eachHistory(events -> {
            long asOf = Times.A_YEAR_LATER;
            Set<String> named = new HashSet<>();
            List<Finding> findings = judge(events, asOf, book).findings();
            findings.forEach(finding ->
                    finding.evidence().stream().map(Evidence::eventId).forEach(named::add));
            List<Event> evidence = events.stream()
                    .filter(event -> named.contains(event.eventId()))
                    .toList();
            return findings.isEmpty()
                    || findings.equals(judge(evidence, asOf, book).findings());
        }));
    }

    @Test
    void theHistoriesReachEveryLevelAndEveryEnd() {
        Set<String> reached = new TreeSet<>();
        eachHistory(events -> {
            judge(events, Times.A_YEAR_LATER, Books.BUILT_IN)
                    .findings()
                    .forEach(finding -> reached.add(finding.level() + " " + finding.status()));
            return true;
        });
        assertThat(reached).containsExactly("1 CURED", "1 OPEN", "2 CURED", "2 OPEN", "3 CURED", "3 OPEN");
    }

    private static void eachHistory(Shrinker.Property<Event, RuntimeException> holds) {
        Seeds.each(SEEDS, (seed, random) -> Shrinker.assertHolds(acts(random), holds));
    }

    private static boolean addsNothing(Event event, List<Event> events, long settledAt, RuleBook book) {
        List<Event> more = new ArrayList<>(events);
        more.add(event);
        return instants(more).stream()
                .filter(asOf -> asOf >= settledAt)
                .allMatch(asOf -> judge(events, asOf, book)
                        .findings()
                        .equals(judge(more, asOf, book).findings()));
    }

    /** Whether all that was found is found now, but for cures that came since. */
    private static boolean stillStand(List<Finding> before, List<Finding> now, long asOf) {
        for (int i = 0; i < before.size(); i++) {
            Finding old = before.get(i);
            Finding found = now.get(i);
            boolean isCuredSince = old.curedAt() == Instants.NEVER && found.curedAt() <= asOf;
            if (!old.standsAs(found)
                    || !old.alertId().equals(found.alertId())
                    || (old.curedAt() != found.curedAt() && !isCuredSince)) {
                return false;
            }
        }
        return true;
    }

    /** Every instant at which something happens or is due, 1 ms before and after, in order. */
    private static SortedSet<Long> instants(List<Event> events) {
        TreeSet<Long> instants = new TreeSet<>(Set.of(Times.A_YEAR_LATER));
        for (Event event : events) {
            long due = event.promiseShipTime();
            for (long beside = -1; beside <= 1; beside++) {
                instants.add(event.eventTime() + beside);
                for (int day = 0; day <= 4; day++) {
                    instants.add((due == Event.ABSENT ? event.eventTime() : due) + Times.days(day) + beside);
                }
            }
        }
        return instants;
    }

    private static List<Event> upTo(long asOf, List<Event> events) {
        return events.stream().filter(event -> event.eventTime() <= asOf).toList();
    }

    private static List<Event> acts(Random random) {
        return RandomHistory.ofOneOrder(random).stream()
                .filter(event -> Orders.KIND.keyOf(event) != null)
                .toList();
    }

    private static Verdict judge(List<Event> events, long asOf, RuleBook book) {
        return RULE.judge("A", facts(events), asOf, book);
    }

    private static OrderFacts facts(List<Event> events) {
        return events.stream().map(Orders.KIND::of).reduce(OrderFacts.NONE, OrderFacts::join);
    }
}
