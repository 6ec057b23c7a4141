package io.xunjian.functions;

import static io.xunjian.rules.testing.Histories.paid;
import static io.xunjian.rules.testing.Histories.shipped;
import static io.xunjian.rules.testing.Times.HOUR;
import static io.xunjian.rules.testing.Times.NEXT_NOON;
import static io.xunjian.rules.testing.Times.NOON;
import static io.xunjian.rules.testing.Times.ONE_HOUR_LATER;
import static io.xunjian.rules.testing.Times.days;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.RulesOfKind;
import io.xunjian.rules.book.Announcement;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.book.StartingBook;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.testing.Books;
import org.junit.jupiter.api.Test;

/** What a judge of orders shows of itself; each order is promised by {@link io.xunjian.rules.testing.Times#NEXT_NOON}. */
class JudgeMetricsTest {

    private static final JudgeSettings ROOMY = new JudgeSettings(days(1), 1 << 20);
    private static final Event PAID = paid("A").promising(NEXT_NOON).at(NOON);

    @Test
    void factsAreCountedByWhatBecameOfThemAndByStream() throws Exception {
        try (MeteredJudge judge = orders(ROOMY)) {
            judge.arrive(PAID, PAID, shipped("A").at(ONE_HOUR_LATER)).watermark(NEXT_NOON + days(3));
            judge.arrive(shipped("B").at(NOON), shipped("B").at(NOON), paid("B").at(NOON));
            Metered seen = judge.metered();
            assertThat(seen.count("facts_used{book=active,kind=orders,stream=orders}"))
                    .isOne();
            assertThat(seen.count("facts_duplicate{book=active,kind=orders,stream=orders}"))
                    .isOne();
            assertThat(seen.count("facts_late{book=active,kind=orders,stream=orders}"))
                    .isOne();
            assertThat(seen.count("facts_used{book=active,kind=orders,stream=shipments}"))
                    .isOne();
            assertThat(seen.count("facts_duplicate{book=active,kind=orders,stream=shipments}"))
                    .isZero();
            assertThat(seen.count("facts_late{book=active,kind=orders,stream=shipments}"))
                    .isEqualTo(2);
        }
    }

    @Test
    void breachesCuresAndRevocationsAreCountedByRuleAndLevel() throws Exception {
        try (MeteredJudge judge = orders(ROOMY)) {
            judge.arrive(PAID, paid("B").promising(NEXT_NOON).at(NOON)).watermark(NEXT_NOON + days(1));
            assertCounted(judge, 1, 2, 0, 0);
            assertCounted(judge, 2, 2, 0, 0);
            assertCounted(judge, 3, 0, 0, 0);
            judge.arrive(shipped("A").at(NEXT_NOON + HOUR)); // in time for the second level, too late for the first
            assertCounted(judge, 1, 2, 1, 0);
            assertCounted(judge, 2, 2, 0, 1);
            judge.arrive(shipped("B").at(NEXT_NOON));
            assertCounted(judge, 1, 2, 1, 1);
            assertCounted(judge, 2, 2, 0, 2);
        }
    }

    @Test
    void aBreachThatIsCuredWhenItIsFirstToldIsBoth() throws Exception {
        try (MeteredJudge judge = orders(ROOMY)) {
            judge.arrive(PAID, shipped("A").at(NEXT_NOON + HOUR)).watermark(NEXT_NOON + days(1));
            assertCounted(judge, 1, 1, 1, 0);
        }
    }

    @Test
    void whatShadowVersionsFindIsCountedApart() throws Exception {
        RuleBook book = Books.of(Books.builtInFileWith(
                "LATE_SHIPMENT",
                Books.version(2, "shadow", "2001-01-01T00:00:00Z", "defaultShipWindow: PT1H, maxJudgements: 1")));
        RulesOfKind<?> rules = JudgeHarness.rulesOver("orders");
        try (MeteredJudge judge = shadows(rules, book)) {
            judge.arrive(paid("A").at(NOON)).watermark(NEXT_NOON);
            assertThat(judge.metered().count("breaches{book=shadow,kind=orders,level=1,rule=LATE_SHIPMENT}"))
                    .isOne();
            assertThat(judge.metered().gauge("version_in_force{book=shadow,kind=orders,rule=LATE_SHIPMENT}"))
                    .isEqualTo(2);
        }
    }

    @Test
    void theDelayOfALookIsFromWhenItWasDueToTheWatermark() throws Exception {
        try (MeteredJudge judge = orders(ROOMY)) {
            judge.watermark(NOON).arrive(PAID).watermark(NEXT_NOON + 250);
            assertThat(judge.metered().count("looks{book=active,kind=orders}")).isOne();
            assertThat(judge.metered().count("look_delay_ms{book=active,kind=orders}"))
                    .isEqualTo(250);
            assertThat(judge.metered().gauge("look_delay_max_ms{book=active,kind=orders}"))
                    .isEqualTo(250L);
            judge.watermark(NEXT_NOON + HOUR).watermark(NEXT_NOON + days(1) + 7);
            assertThat(judge.metered().count("look_delay_ms{book=active,kind=orders}"))
                    .isEqualTo(257);
            assertThat(judge.metered().gauge("look_delay_max_ms{book=active,kind=orders}"))
                    .isEqualTo(7L);
        }
    }

    @Test
    void keysAreCountedWhereTheyAre() throws Exception {
        try (MeteredJudge inMemory = orders(ROOMY);
                MeteredJudge inState = orders(new JudgeSettings(days(1), 0))) {
            assertThat(inMemory.metered().gauge("hot_memory_bytes{book=active,kind=orders}"))
                    .isEqualTo(0L);
            assertKeys(inMemory.arrive(PAID, paid("B").at(NOON)), 2, 0);
            assertKeys(inState.arrive(PAID, paid("B").at(NOON)), 0, 2);
            assertThat(inMemory.metered().gauge("hot_memory_bytes{book=active,kind=orders}"))
                    .isEqualTo(1L << 18);
            assertThat(inMemory.metered().gauge("hot_memory_limit_bytes{book=active,kind=orders}"))
                    .isEqualTo(1L << 20);
        }
    }

    @Test
    void theWatermarkIsNoNumberBeforeTheFirst() throws Exception {
        try (MeteredJudge judge = orders(ROOMY)) {
            assertThat(judge.metered().gauge("watermark{book=active,kind=orders}"))
                    .isEqualTo(Double.NaN);
            judge.watermark(NOON).watermark(Long.MAX_VALUE);
            assertThat(judge.metered().gauge("watermark{book=active,kind=orders}"))
                    .isEqualTo((double) NOON);
        }
    }

    @Test
    void theVersionInForceIsThatOfTheWatermark() throws Exception {
        String next = Books.version(2, "active", "2022-08-02T00:00:00+08:00", "defaultShipWindow: PT24H");
        String version = "version_in_force{book=active,kind=orders,rule=LATE_SHIPMENT}";
        try (MeteredJudge judge = orders(ROOMY)) {
            assertThat(judge.metered().gauge(version)).isEqualTo(0);
            judge.watermark(NOON);
            judge.rule(new Announcement("LATE_SHIPMENT", Books.builtInFileWith("LATE_SHIPMENT", next), NOON - days(9)));
            assertThat(judge.metered().gauge(version)).isEqualTo(1);
            judge.watermark(NEXT_NOON);
            assertThat(judge.metered().gauge(version)).isEqualTo(2);
        }
    }

    private static MeteredJudge orders(JudgeSettings settings) throws Exception {
        return active(JudgeHarness.rulesOver("orders"), settings);
    }

    private static <F> MeteredJudge active(RulesOfKind<F> rules, JudgeSettings settings) throws Exception {
        return MeteredJudge.of(rules, Judge.of(rules, StartingBook.of(Books.BUILT_IN), settings));
    }

    private static <F> MeteredJudge shadows(RulesOfKind<F> rules, RuleBook book) throws Exception {
        return MeteredJudge.of(rules, Judge.ofShadows(rules, StartingBook.of(book), ROOMY));
    }

    private static void assertCounted(MeteredJudge judge, int level, long breaches, long cured, long revoked) {
        String labels = "{book=active,kind=orders,level=" + level + ",rule=LATE_SHIPMENT}";
        assertThat(judge.metered().count("breaches" + labels)).isEqualTo(breaches);
        assertThat(judge.metered().count("cured" + labels)).isEqualTo(cured);
        assertThat(judge.metered().count("revoked" + labels)).isEqualTo(revoked);
    }

    private static void assertKeys(MeteredJudge judge, int inMemory, long inState) {
        assertThat(judge.metered().gauge("keys_in_memory{book=active,kind=orders}"))
                .isEqualTo(inMemory);
        assertThat(judge.metered().gauge("keys_in_state{book=active,kind=orders}"))
                .isEqualTo(inState);
    }
}
