package io.xunjian.rules;

import static io.xunjian.rules.testing.Times.DAY;
import static io.xunjian.rules.testing.Times.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.oracle.Markets;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.EventType;
import io.xunjian.rules.testing.Books;
import io.xunjian.rules.testing.Histories;
import io.xunjian.rules.testing.JoinLaws;
import io.xunjian.rules.testing.OneKey;
import io.xunjian.rules.testing.Remembered;
import io.xunjian.rules.testing.RoundTrip;
import io.xunjian.rules.testing.Seeds;
import io.xunjian.rules.testing.Shrinker;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What every rule owes, whatever it says. Holds for the kinds of {@link Rules#byKind}: a rule that is added there is held
 * to it without a change here. In random histories, under random books.
 */
class LawsTest {

    private static final int SEEDS = Integer.getInteger("xunjian.laws", 400);

    /** So many rule books take turns with the built-in one. */
    private static final int BOOKS = 50;

    private static final long[] LATENESSES = {0, 1, HOUR, DAY, 40 * DAY};

    /** What these begin is answered otherwise after their key was forgotten, as documented. */
    private static final Set<EventType> REOPENING = EnumSet.of(
            EventType.ORDER_PAID,
            EventType.COMPLAINT_CREATED,
            EventType.COMPLAINT_REOPENED,
            EventType.COMPLAINT_JUDGED);

    /** What holds of the events of one key. */
    @FunctionalInterface
    private interface Law {
        <F> boolean holds(OneKey<F> key, List<Event> events, Random random);
    }

    @Test
    void factsJoinInAnyOrderAndAnyNumberOfTimes() {
        eachKey(new Law() {
            @Override
            public <F> boolean holds(OneKey<F> key, List<Event> events, Random random) {
                JoinLaws.assertLawful(key.kind(), events, random);
                return true;
            }
        });
    }

    @Test
    void everyEventThatWasJoinedIsContained() {
        eachKey(new Law() {
            @Override
            public <F> boolean holds(OneKey<F> key, List<Event> events, Random random) {
                F facts = key.facts(events);
                return events.stream().allMatch(event -> key.kind().contains(facts, event));
            }
        });
    }

    /** But for what a newer revision replaces, or another act comes before. */
    @Test
    void anEventThatWasNotJoinedIsNotContained() {
        eachKey(new Law() {
            @Override
            public <F> boolean holds(OneKey<F> key, List<Event> events, Random random) {
                List<Event> others = new ArrayList<>(events);
                Event left = others.remove(random.nextInt(events.size()));
                return others.isEmpty() || left.finding() != null || !key.kind().contains(key.facts(others), left);
            }
        });
    }

    @Test
    void factsComeOutOfStateAsTheyWentInPrunedOrNot() {
        eachKey(new Law() {
            @Override
            public <F> boolean holds(OneKey<F> key, List<Event> events, Random random) {
                F facts = key.facts(events);
                F pruned = key.kind().prune(facts, oneOf(key.instants(events), random), key.book());
                return RoundTrip.of(key.kind().codec(), facts).equals(facts)
                        && RoundTrip.of(key.kind().codec(), pruned).equals(pruned);
            }
        });
    }

    @Test
    void whatHappensAfterAnInstantDoesNotChangeTheVerdictOfIt() {
        eachKey(new Law() {
            @Override
            public <F> boolean holds(OneKey<F> key, List<Event> events, Random random) {
                return key.instants(events).stream()
                        .allMatch(asOf -> key.found(events, asOf).equals(key.found(upTo(asOf, events), asOf)));
            }
        });
    }

    @Test
    void evidenceHappenedByThenAndIsAmongTheFacts() {
        eachKey(new Law() {
            @Override
            public <F> boolean holds(OneKey<F> key, List<Event> events, Random random) {
                Set<String> known = new HashSet<>();
                events.forEach(event -> known.addAll(ids(event)));
                return key.instants(events).stream()
                        .allMatch(asOf -> key.found(events, asOf).stream()
                                .flatMap(finding -> finding.evidence().stream())
                                .allMatch(act -> act.eventTime() <= asOf && known.contains(act.eventId())));
            }
        });
    }

    @Test
    void aVerdictIsSeenFromItsInstantOnAndOnlyCured() {
        eachKey(new Law() {
            @Override
            public <F> boolean holds(OneKey<F> key, List<Event> events, Random random) {
                F facts = key.facts(events);
                List<Finding> before = List.of();
                long then = Instants.BEFORE_ALL;
                for (long asOf : key.instants(events)) {
                    List<Finding> now = key.judge(facts, asOf).findings();
                    if (!stand(before, now, then)
                            || now.stream()
                                    .anyMatch(finding -> finding.raisedAt() > asOf || isCuredAfter(asOf, finding))
                            || ids(now).size() < now.size()) {
                        return false;
                    }
                    before = now;
                    then = asOf;
                }
                return true;
            }
        });
    }

    @Test
    void nothingChangesBeforeTheNextLookAndNothingIsLeftToSayOfASettledKey() {
        eachKey(new Law() {
            @Override
            public <F> boolean holds(OneKey<F> key, List<Event> events, Random random) {
                F facts = key.facts(events);
                Verdict look = key.judge(facts, Instants.BEFORE_ALL);
                for (long asOf : key.instants(events)) {
                    Verdict now = key.judge(facts, asOf);
                    boolean isExpected = asOf >= look.nextLook()
                            || (now.findings().equals(look.findings()) && now.nextLook() == look.nextLook());
                    boolean isOver = now.settledAt() > asOf || now.nextLook() == Instants.NEVER;
                    if (!isExpected || !isOver || now.nextLook() <= asOf) {
                        return false;
                    }
                    look = now;
                }
                return look.nextLook() == Instants.NEVER;
            }
        });
    }

    @Test
    void pruningTwiceIsPruningOnce() {
        eachKey(new Law() {
            @Override
            public <F> boolean holds(OneKey<F> key, List<Event> events, Random random) {
                long before = oneOf(key.instants(events), random);
                F once = key.kind().prune(key.facts(events), before, key.book());
                return key.kind().prunedTo(once) <= before
                        && key.kind().prune(once, before, key.book()).equals(once)
                        && key.kind().prune(once, before - DAY, key.book()).equals(once);
            }
        });
    }

    @Test
    void prunedFactsJoinWithLaterOnesFromEitherSide() {
        eachKey(new Law() {
            @Override
            public <F> boolean holds(OneKey<F> key, List<Event> events, Random random) {
                long before = oneOf(key.instants(events), random);
                F pruned = key.kind().prune(key.facts(events), before, key.book());
                return events.stream()
                        .filter(event -> event.eventTime() > key.kind().prunedTo(pruned))
                        .map(key.kind()::of)
                        .allMatch(later ->
                                key.kind().join(pruned, later).equals(key.kind().join(later, pruned)));
            }
        });
    }

    /** Pruned at every look and forgotten when settled; each event comes in time, in whatever order. */
    @Test
    void whatIsSaidOfAKeyThatIsPrunedAndForgottenIsWhatIsFoundAtOnce() {
        eachKey(new Law() {
            @Override
            public <F> boolean holds(OneKey<F> key, List<Event> events, Random random) {
                if (!isRemembered(events, key.book())) {
                    return true;
                }
                long lateness = LATENESSES[random.nextInt(LATENESSES.length)];
                Map<Event, Long> arrivals = new HashMap<>();
                for (Event event : events) {
                    arrivals.put(event, event.eventTime() + (long) (random.nextDouble() * (lateness + 1)));
                }
                long end = key.instants(events).last() + lateness;
                return key.said(events, arrivals, lateness, end).equals(key.found(events, end));
            }
        });
    }

    @Test
    void whatComesAfterAKeyIsSettledIsJudgedApart() {
        eachKey(new Law() {
            @Override
            public <F> boolean holds(OneKey<F> key, List<Event> events, Random random) {
                List<Event> earlier = new ArrayList<>();
                List<Event> later = new ArrayList<>();
                long cut = oneOf(key.instants(events), random);
                events.forEach(event -> (event.eventTime() <= cut ? earlier : later).add(event));
                if (earlier.isEmpty() || !isRemembered(events, key.book())) {
                    return true;
                }
                long settledAt = key.judge(key.facts(earlier), cut).settledAt();
                later.removeIf(event -> event.eventTime() <= settledAt || REOPENING.contains(event.type()));
                List<Event> all = new ArrayList<>(earlier);
                all.addAll(later);
                return key.instants(all).stream()
                        .allMatch(asOf -> Set.copyOf(key.found(all, asOf)).equals(apart(key, earlier, later, asOf)));
            }
        });
    }

    private static boolean isRemembered(List<Event> events, RuleBook book) {
        long leastServiceWindow = (book == Books.BUILT_IN ? 90 : 30) * DAY;
        return Remembered.of(events, leastServiceWindow).size() == events.size();
    }

    private static <F> Set<Finding> apart(OneKey<F> key, List<Event> earlier, List<Event> later, long asOf) {
        Set<Finding> apart = new HashSet<>(key.found(earlier, asOf));
        apart.addAll(key.found(later, asOf));
        return apart;
    }

    /** Whether all that was found is found now, but for cures that came since. */
    private static boolean stand(List<Finding> before, List<Finding> now, long then) {
        Map<String, Finding> found = new HashMap<>();
        now.forEach(finding -> found.put(finding.alertId(), finding));
        return before.stream().allMatch(old -> {
            Finding same = found.get(old.alertId());
            return same != null
                    && same.standsAs(old)
                    && (same.equals(old) || (old.status() == Status.OPEN && isCuredAfter(then, same)));
        });
    }

    private static boolean isCuredAfter(long instant, Finding finding) {
        return finding.status() == Status.CURED && finding.curedAt() > instant;
    }

    private static List<Event> upTo(long asOf, List<Event> events) {
        return events.stream().filter(event -> event.eventTime() <= asOf).toList();
    }

    private static Set<String> ids(List<Finding> findings) {
        return findings.stream().map(Finding::alertId).collect(Collectors.toSet());
    }

    /** What evidence may name: the event, or the finding in it and what that rests on. */
    private static Set<String> ids(Event event) {
        Set<String> ids = new HashSet<>(Set.of(event.eventId()));
        if (event.finding() != null) {
            ids.add(event.finding().alertId());
            event.finding().evidence().forEach(act -> ids.add(act.eventId()));
        }
        return ids;
    }

    private static long oneOf(Set<Long> instants, Random random) {
        return List.copyOf(instants).get(random.nextInt(instants.size()));
    }

    private static void eachKey(Law law) {
        Map<Long, RuleBook> books = new HashMap<>();
        Set<String> kinds = new HashSet<>();
        Seeds.each(SEEDS, (seed, random) -> {
            RuleBook book = seed % 2 == 0
                    ? Books.BUILT_IN
                    : books.computeIfAbsent(seed % BOOKS, one -> Markets.book(new Random(one)));
            List<Event> events = new ArrayList<>(Markets.events(random));
            for (RulesOfKind<?> rules : Rules.byKind()) {
                kinds.addAll(assertHolds(law, rules, book, events, random.nextLong()));
                events.addAll(told(rules, events, book, random));
            }
        });
        assertThat(kinds)
                .containsExactlyInAnyOrderElementsOf(Rules.byKind().stream()
                        .map(rules -> rules.kind().name())
                        .toList());
    }

    private static <F> Set<String> assertHolds(
            Law law, RulesOfKind<F> rules, RuleBook book, List<Event> events, long seed) {
        Map<OneKey<F>, List<Event>> keys = OneKey.among(events, rules, book);
        keys.forEach((key, ofKey) -> {
            Shrinker.Property<Event, RuntimeException> holds =
                    some -> some.isEmpty() || law.holds(key, some, new Random(seed));
            try {
                Shrinker.assertHolds(ofKey, holds);
            } catch (AssertionError e) {
                throw new AssertionError(rules.kind().name() + " " + key.key() + ": " + e.getMessage(), e);
            }
        });
        return keys.isEmpty() ? Set.of() : Set.of(rules.kind().name());
    }

    /** What is told to the kinds over findings: what is found in the end, some of it revoked, some of that found again. */
    private static <F> List<Event> told(RulesOfKind<F> rules, List<Event> events, RuleBook book, Random random) {
        List<Event> told = new ArrayList<>();
        OneKey.among(events, rules, book).forEach((key, ofKey) -> {
            for (Finding finding : key.found(ofKey, Histories.horizonOf(events) + 200 * DAY)) {
                told.add(Event.of(finding));
                if (random.nextInt(4) == 0) {
                    told.add(Event.of(finding.as(Status.REVOKED, 2)));
                    if (random.nextBoolean()) {
                        told.add(Event.of(finding.as(finding.status(), 3)));
                    }
                }
            }
        });
        return told;
    }
}
