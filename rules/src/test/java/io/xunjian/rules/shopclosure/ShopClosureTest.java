package io.xunjian.rules.shopclosure;

import static io.xunjian.rules.testing.Times.DAY;
import static io.xunjian.rules.testing.Times.HOUR;
import static io.xunjian.rules.testing.Times.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.Evidence;
import io.xunjian.rules.Finding;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Rules;
import io.xunjian.rules.Status;
import io.xunjian.rules.Window;
import io.xunjian.rules.alert.Alert;
import io.xunjian.rules.book.Action;
import io.xunjian.rules.book.ActionType;
import io.xunjian.rules.book.Mode;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.book.Severity;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.SubjectType;
import io.xunjian.rules.testing.Books;
import io.xunjian.rules.testing.Times;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ShopClosureTest {

    private static final long WINDOW = 30 * DAY;
    private static final RuleBook OF_THREE = Books.with(ShopClosure.CODE, "minOrders: 3");

    @Test
    void oneOrderLateToTheLastLevelIsEnough() {
        Finding closure = only(found(Books.BUILT_IN, late("A", NOON)));
        assertThat(closure.alertId()).isEqualTo("SHOP_CLOSURE:shop:A");
        assertThat(closure.raisedAt()).isEqualTo(NOON);
        assertThat(closure.status()).isEqualTo(Status.OPEN);
        assertThat(closure.subjectType()).isEqualTo(SubjectType.SHOP);
        assertThat(closure.subjectId()).isEqualTo("shop");
        assertThat(closure.keys()).containsEntry("orderId", "A");
        assertThat(closure.level()).isEqualTo(1);
        assertThat(closure.window()).isEqualTo(new Window(NOON - WINDOW, NOON));
        assertThat(closure.evidence()).containsExactly(new Evidence("LATE_SHIPMENT:A:3", "LATE_SHIPMENT", NOON));
    }

    @Test
    void aBreachIsNotUsedBeforeItIsRaised() {
        assertThat(found(Books.BUILT_IN, NOON - 1, late("A", NOON))).isEmpty();
        assertThat(found(Books.BUILT_IN, NOON, late("A", NOON))).hasSize(1);
    }

    @Test
    void aBreachExactlyAWindowAfterTheOneBeforeBelongsToItsEpisode() {
        assertThat(found(Books.BUILT_IN, late("A", NOON), late("B", NOON + WINDOW)))
                .hasSize(1);
    }

    @Test
    void aBreachLaterThanAWindowAfterTheOneBeforeBeginsAnEpisode() {
        assertThat(found(Books.BUILT_IN, late("A", NOON), late("B", NOON + WINDOW + 1)))
                .extracting(Finding::alertId)
                .containsExactly("SHOP_CLOSURE:shop:A", "SHOP_CLOSURE:shop:B");
    }

    @Test
    void anEpisodeLastsFromBreachToBreachAndNotFromItsFirst() {
        assertThat(found(
                        Books.BUILT_IN,
                        late("A", NOON),
                        late("B", NOON + WINDOW),
                        late("C", NOON + 2 * WINDOW),
                        late("D", NOON + 3 * WINDOW + 1)))
                .extracting(Finding::raisedAt)
                .containsExactly(NOON, NOON + 3 * WINDOW + 1);
    }

    @Test
    void theThirdWithinTheWindowBeginsAnEpisodeOfThree() {
        Finding closure = only(found(OF_THREE, late("A", NOON), late("B", NOON + DAY), late("C", NOON + WINDOW - 1)));
        assertThat(closure.alertId()).isEqualTo("SHOP_CLOSURE:shop:C");
        assertThat(closure.evidenceCount()).isEqualTo(3);
        assertThat(closure.evidence())
                .extracting(Evidence::eventId)
                .containsExactly("LATE_SHIPMENT:A:3", "LATE_SHIPMENT:B:3", "LATE_SHIPMENT:C:3");
    }

    @Test
    void aBreachThatLiesAWholeWindowBackIsNotCounted() {
        assertThat(found(OF_THREE, late("A", NOON), late("B", NOON + DAY), late("C", NOON + WINDOW)))
                .isEmpty();
    }

    @Test
    void twoOfThreeAreNoEpisode() {
        assertThat(found(OF_THREE, late("A", NOON), late("B", NOON))).isEmpty();
    }

    @Test
    void breachesOfOneInstantAreCountedTogetherAndTheFirstById() {
        Finding closure = only(found(OF_THREE, late("C", NOON), late("A", NOON), late("B", NOON)));
        assertThat(closure.alertId()).isEqualTo("SHOP_CLOSURE:shop:A");
        assertThat(closure.evidenceCount()).isEqualTo(3);
    }

    @Test
    void aRevokedBreachIsNone() {
        Event revoked = revoked("A", NOON, 2);
        assertThat(found(Books.BUILT_IN, late("A", NOON), revoked)).isEmpty();
        assertThat(found(Books.BUILT_IN, revoked, late("A", NOON))).isEmpty();
    }

    @Test
    void aBreachThatIsFoundAgainStands() {
        Event again = Event.of(RandomBreaches.breach("A", NOON + HOUR, true, 3));
        assertThat(only(found(Books.BUILT_IN, again, late("A", NOON), revoked("A", NOON, 2)))
                        .raisedAt())
                .isEqualTo(NOON + HOUR);
    }

    @Test
    void whenTheFirstBreachOfAnEpisodeIsRevokedTheNextOneBeginsIt() {
        assertThat(found(Books.BUILT_IN, late("A", NOON), late("B", NOON + DAY), revoked("A", NOON, 2)))
                .extracting(Finding::alertId)
                .containsExactly("SHOP_CLOSURE:shop:B");
    }

    @Test
    void aPrunedShopStillKnowsItsEpisodeAndWhatToCount() {
        ShopFacts pruned = Episodes.prune(facts(late("A", NOON)), NOON + 2 * WINDOW, Books.BUILT_IN);
        assertThat(pruned.breaches()).isEmpty();
        ShopFacts running = Episodes.prune(facts(late("A", NOON)), NOON + WINDOW - 1, Books.BUILT_IN);
        ShopFacts joined = running.join(facts(late("B", NOON + WINDOW)));
        assertThat(new ShopClosure()
                        .judge("shop", joined, Times.A_YEAR_LATER, Books.BUILT_IN)
                        .findings())
                .isEmpty();
        assertThat(Shops.KIND.prunedTo(running)).isEqualTo(NOON + WINDOW - 1);
    }

    @Test
    void aShopIsNotPrunedWhileARevocationIsFollowed() {
        ShopFacts facts = facts(late("A", NOON));
        assertThat(Shops.KIND
                        .prune(facts, NOON + ShopClosure.REVOCABLE, Books.BUILT_IN)
                        .breaches())
                .hasSize(1);
        assertThat(Shops.KIND
                        .prune(facts, NOON + ShopClosure.REVOCABLE + WINDOW, Books.BUILT_IN)
                        .breaches())
                .isEmpty();
    }

    @Test
    void onlyBreachesOfTheLastLevelAreFactsOfAShop() {
        Finding last = RandomBreaches.breach("A", NOON, true, 1);
        assertThat(Shops.KIND.keyOf(Event.of(last))).isEqualTo("shop");
        assertThat(Shops.KIND.keyOf(Event.of(closureOf(last)))).isNull();
        assertThat(Shops.KIND.keyOf(Event.of(notLast(last)))).isNull();
    }

    @Test
    void aShopIsSettledWhenAWindowIsOverAndNoRevocationIsFollowed() {
        ShopFacts facts = facts(late("A", NOON), late("B", NOON + DAY));
        assertThat(new ShopClosure().judge("shop", facts, NOON, Books.BUILT_IN).settledAt())
                .isEqualTo(NOON + DAY + WINDOW + ShopClosure.REVOCABLE);
    }

    @Test
    void theBookRecommendsTheClosureAndAnotherBookEnforcesIt() {
        assertThat(alert(Books.BUILT_IN).severity()).isEqualTo(Severity.EXTREME);
        assertThat(alert(Books.BUILT_IN).actions())
                .containsExactly(new Action(ActionType.SHOP_CLOSURE, Mode.RECOMMEND, 0, 0));
        assertThat(alert(Books.with(ShopClosure.CODE, "mode: ENFORCE")).actions())
                .extracting(Action::mode)
                .containsExactly(Mode.ENFORCE);
    }

    @Test
    void theReasonCountsTheOrdersAndNamesTheWindow() {
        assertThat(alert(Books.BUILT_IN).reason().en())
                .isEqualTo("Shop shop had 1 order late to the last judgement within 30 d, up to 2022-08-01 12:00:00.");
        assertThat(alert(Books.BUILT_IN).reason().zh())
                .isEqualTo("店铺 shop 在 30 天内有 1 笔订单发货超时达到最后一次判定，截至 2022-08-01 12:00:00。");
    }

    @Test
    void theReasonIsTheSameOnAMachineWithOtherDigits() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(alert(Books.BUILT_IN).reason().en()).contains("had 1 order late");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aClosureTakesTheVersionOfTheBreachThatBeginsIt() {
        RuleBook book = Books.of(Books.file(
                ShopClosure.CODE,
                Books.version(1, "active", "2022-08-01T12:00:00+08:00", ""),
                Books.version(2, "active", "2022-08-01T13:00:00+08:00", "")));
        assertThat(found(book, late("A", NOON - 1))).isEmpty();
        assertThat(only(found(book, late("A", NOON))).ruleVersion()).isEqualTo(1);
        assertThat(only(found(book, late("A", NOON + HOUR))).ruleVersion()).isEqualTo(2);
    }

    private static Event late(String order, long raisedAt) {
        return Event.of(RandomBreaches.breach(order, raisedAt, true, 1));
    }

    private static Event revoked(String order, long raisedAt, int revision) {
        return Event.of(RandomBreaches.breach(order, raisedAt, false, revision));
    }

    private static Finding closureOf(Finding breach) {
        return only(found(Books.BUILT_IN, Event.of(breach)));
    }

    private static Finding notLast(Finding f) {
        return new Finding(
                f.alertId(),
                f.ruleCode(),
                1,
                f.subjectType(),
                f.subjectId(),
                f.keys(),
                2,
                false,
                f.status(),
                f.raisedAt(),
                Instants.NEVER,
                null,
                List.of(),
                0,
                1);
    }

    private static Alert alert(RuleBook book) {
        return Rules.alert(only(found(book, late("A", NOON))), book);
    }

    private static Finding only(List<Finding> findings) {
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private static List<Finding> found(RuleBook book, Event... told) {
        return found(book, Times.A_YEAR_LATER, told);
    }

    private static List<Finding> found(RuleBook book, long asOf, Event... told) {
        return new ShopClosure().judge("shop", facts(told), asOf, book).findings();
    }

    private static ShopFacts facts(Event... told) {
        return Arrays.stream(told).map(Shops.KIND::of).reduce(ShopFacts::join).orElseThrow();
    }
}
