package io.xunjian.rules.shopclosure;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.Finding;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Verdict;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.testing.Books;
import io.xunjian.rules.testing.JoinLaws;
import io.xunjian.rules.testing.RoundTrip;
import io.xunjian.rules.testing.Seeds;
import io.xunjian.rules.testing.Shrinker;
import io.xunjian.rules.testing.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ShopClosureLawsTest {

    private static final int SEEDS = 600;
    private static final long WINDOW = 30 * Times.DAY;
    private static final Map<Integer, RuleBook> BOOKS =
            Map.of(1, Books.BUILT_IN, 3, Books.with(ShopClosure.CODE, "minOrders: 3"));
    private static final ShopClosure RULE = new ShopClosure();

    @Test
    void factsOfAShopJoinInAnyOrderAndAnyNumberOfTimes() {
        Seeds.each(SEEDS, (seed, random) -> JoinLaws.assertLawful(Shops.KIND, RandomBreaches.of(random), random));
    }

    @Test
    void factsComeOutOfStateAsTheyWentInPrunedOrNot() {
        Seeds.each(SEEDS, (seed, random) -> {
            ShopFacts facts = facts(RandomBreaches.of(random));
            ShopFacts pruned = Episodes.prune(facts, someInstant(random), Books.BUILT_IN);
            assertThat(RoundTrip.of(Shops.KIND.codec(), facts)).isEqualTo(facts);
            assertThat(RoundTrip.of(Shops.KIND.codec(), pruned)).isEqualTo(pruned);
        });
    }

    @Test
    void theVerdictIsWhatTheDefinitionSaysAtEveryInstant() {
        BOOKS.forEach((minOrders, book) -> eachHistory(told -> instants(told).stream()
                .allMatch(asOf ->
                        ids(judge(facts(told), asOf, book)).equals(SpecShopClosure.alerts(told, asOf, minOrders)))));
    }

    @Test
    void theVerdictOnlyGrows() {
        BOOKS.forEach((minOrders, book) -> eachHistory(told -> {
            List<Finding> before = List.of();
            for (long asOf : instants(told)) {
                List<Finding> now = judge(facts(told), asOf, book).findings();
                if (now.size() < before.size() || !now.subList(0, before.size()).equals(before)) {
                    return false;
                }
                before = now;
            }
            return true;
        }));
    }

    @Test
    void nothingChangesBeforeTheNextLook() {
        BOOKS.forEach((minOrders, book) -> eachHistory(told -> {
            Verdict look = judge(facts(told), Instants.BEFORE_ALL, book);
            for (long asOf : instants(told)) {
                Verdict now = judge(facts(told), asOf, book);
                if (now.nextLook() <= asOf || (asOf < look.nextLook() && !now.equals(look))) {
                    return false;
                }
                look = now;
            }
            return look.nextLook() == Instants.NEVER;
        }));
    }

    @Test
    void pruningCommutesWithWhatMayStillCome() {
        BOOKS.forEach((minOrders, book) -> Seeds.each(SEEDS, (seed, random) -> {
            long before = someInstant(random);
            List<Event> later = RandomBreaches.after(before + 1, random);
            Shrinker.assertHolds(RandomBreaches.of(random), told -> {
                ShopFacts all = facts(told);
                ShopFacts prunedFirst = Episodes.prune(all, before, book).join(facts(later));
                ShopFacts prunedLast = Episodes.prune(all.join(facts(later)), before, book);
                return told.isEmpty() || prunedFirst.equals(prunedLast);
            });
        }));
    }

    @Test
    void pruningChangesNothingOfWhatIsSaidAboutLaterInstants() {
        BOOKS.forEach((minOrders, book) -> Seeds.each(SEEDS, (seed, random) -> {
            long before = someInstant(random);
            long between = before - random.nextInt(60) * Times.DAY;
            List<Event> later = RandomBreaches.after(before + 1, random);
            Shrinker.assertHolds(RandomBreaches.of(random), told -> {
                ShopFacts whole = facts(told).join(facts(later));
                ShopFacts pruned = Episodes.prune(
                        Episodes.prune(facts(told), between, book).join(facts(later)), before, book);
                return instants(later).stream()
                        .allMatch(asOf -> judge(pruned, asOf, book)
                                .findings()
                                .equals(after(before, judge(whole, asOf, book).findings())));
            });
        }));
    }

    @Test
    void pruningKeepsNoBreachThatLiesAWindowBack() {
        BOOKS.forEach((minOrders, book) -> Seeds.each(200, (seed, random) -> {
            long before = someInstant(random);
            ShopFacts pruned = Episodes.prune(facts(RandomBreaches.of(random)), before, book);
            assertThat(pruned.breaches()).allMatch(breach -> breach.raisedAt() > before - WINDOW);
        }));
    }

    @Test
    void whatComesAfterAShopIsSettledIsJudgedApart() {
        BOOKS.forEach((minOrders, book) -> Seeds.each(SEEDS, (seed, random) -> {
            List<Event> told = RandomBreaches.of(random);
            long settledAt = judge(facts(told), Times.A_YEAR_LATER, book).settledAt();
            List<Event> later = RandomBreaches.after(settledAt + 1, random);
            for (long asOf : instants(later)) {
                List<Finding> apart =
                        new ArrayList<>(judge(facts(told), asOf, book).findings());
                apart.addAll(judge(facts(later), asOf, book).findings());
                assertThat(judge(facts(told).join(facts(later)), asOf, book).findings())
                        .isEqualTo(apart);
            }
        }));
    }

    @Test
    void aBreachIsContainedInItsRevisionAndInNewerOnes() {
        Seeds.each(200, (seed, random) -> {
            List<Event> told = RandomBreaches.of(random);
            assertThat(told).allMatch(event -> Shops.KIND.contains(facts(told), event));
            assertThat(RandomBreaches.after(Times.NOON, random))
                    .noneMatch(event -> Shops.KIND.contains(facts(told), event));
        });
    }

    private static void eachHistory(Shrinker.Property<Event, RuntimeException> holds) {
        Seeds.each(SEEDS, (seed, random) -> Shrinker.assertHolds(RandomBreaches.of(random), holds));
    }

    private static long someInstant(Random random) {
        return Times.MIDNIGHT + random.nextInt(12) * 15L * Times.DAY + random.nextInt(3) - 1;
    }

    private static List<Finding> after(long before, List<Finding> findings) {
        return findings.stream().filter(finding -> finding.raisedAt() > before).toList();
    }

    private static List<String> ids(Verdict verdict) {
        return verdict.findings().stream().map(Finding::alertId).toList();
    }

    private static SortedSet<Long> instants(List<Event> told) {
        TreeSet<Long> instants = new TreeSet<>(Set.of(Times.A_YEAR_LATER));
        for (Event event : told) {
            for (long beside = -1; beside <= 1; beside++) {
                instants.add(event.eventTime() + beside);
            }
        }
        return instants;
    }

    private static Verdict judge(ShopFacts facts, long asOf, RuleBook book) {
        return RULE.judge("shop", facts, asOf, book);
    }

    private static ShopFacts facts(List<Event> told) {
        return told.stream().map(Shops.KIND::of).reduce(ShopFacts.NONE, ShopFacts::join);
    }
}
