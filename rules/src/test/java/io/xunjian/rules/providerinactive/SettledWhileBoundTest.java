package io.xunjian.rules.providerinactive;

import static io.xunjian.rules.event.EventType.ORDER_SETTLED;
import static io.xunjian.rules.event.EventType.SETTLEMENT_REVERSED;
import static io.xunjian.rules.event.EventType.SHOP_BOUND;
import static io.xunjian.rules.event.EventType.SHOP_UNBOUND;
import static io.xunjian.rules.testing.Times.DAY;
import static io.xunjian.rules.testing.Times.HOUR;
import static io.xunjian.rules.testing.Times.MIDNIGHT;
import static io.xunjian.rules.testing.Times.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.xunjian.rules.Finding;
import io.xunjian.rules.History;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Rules;
import io.xunjian.rules.Verdict;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.EventBuilder;
import io.xunjian.rules.event.EventType;
import io.xunjian.rules.testing.Books;
import io.xunjian.rules.testing.Times;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose a settlement is: the provider's to whom the shop is bound at that instant. */
class SettledWhileBoundTest {

    private static final int TODAY = Instants.day(NOON);
    private static final long OVER = MIDNIGHT + DAY - 1;

    @Test
    void aSettlementIsTheProvidersToWhomTheShopIsBound() {
        Event bound = bound("P", NOON - DAY);
        Event settled = settled(NOON);
        Finding day = only(found(bound, settled));
        assertThat(day.alertId()).isEqualTo("SETTLED_WHILE_BOUND:S:P:" + TODAY);
        assertThat(day.subjectId()).isEqualTo("P");
        assertThat(day.keys()).containsEntry("shopId", "S");
        assertThat(day.raisedAt()).isEqualTo(OVER);
        assertThat(day.evidence()).extracting("eventId").containsExactly(bound.eventId(), settled.eventId());
        assertThat(Rules.isBreach(day)).isFalse();
    }

    @Test
    void withoutABindingItIsNobodys() {
        assertThat(found(settled(NOON))).isEmpty();
        assertThat(found(settled(NOON), bound("P", NOON + 1))).isEmpty();
        assertThat(found(bound("P", NOON - 2), unbound("P", NOON - 1), settled(NOON)))
                .isEmpty();
    }

    @Test
    void aChangeAtTheInstantOfTheSettlementDecidesWhateverItsId() {
        assertThat(found(settled(NOON), bound("P", NOON))).hasSize(1);
        assertThat(found(bound("P", NOON - 1), settled(NOON), unbound("P", NOON)))
                .isEmpty();
        assertThat(found(bound("P", NOON - 1), settled(NOON), unbound("P", NOON + 1)))
                .hasSize(1);
        assertThat(found(bound("P", NOON - 1), bound("Q", NOON), settled(NOON)))
                .extracting(Finding::subjectId)
                .containsExactly("Q");
    }

    @Test
    void changesAtOneInstantGoByTheirIds() {
        assertThat(found(change("1", SHOP_BOUND, "P"), change("2", SHOP_BOUND, "Q"), settled(NOON)))
                .extracting(Finding::subjectId)
                .containsExactly("Q");
        assertThat(found(change("2", SHOP_BOUND, "P"), change("1", SHOP_BOUND, "Q"), settled(NOON)))
                .extracting(Finding::subjectId)
                .containsExactly("P");
        assertThat(found(change("1", SHOP_BOUND, "P"), change("2", SHOP_UNBOUND, "P"), settled(NOON)))
                .isEmpty();
        assertThat(found(change("2", SHOP_BOUND, "P"), change("1", SHOP_UNBOUND, "P"), settled(NOON)))
                .hasSize(1);
    }

    @Test
    void aBindingMovesTheShopAndOnlyItsProviderEndsIt() {
        Event p = bound("P", NOON - 3);
        Event q = bound("Q", NOON - 2);
        assertThat(found(p, q, unbound("P", NOON - 1), settled(NOON)))
                .extracting(Finding::subjectId)
                .containsExactly("Q");
        assertThat(found(p, q, unbound("Q", NOON - 1), settled(NOON))).isEmpty();
    }

    @Test
    void aDayCountsOnceForEachProvider() {
        assertThat(found(
                        bound("P", MIDNIGHT),
                        settled(MIDNIGHT),
                        settled(MIDNIGHT + HOUR),
                        bound("Q", NOON - 1),
                        settled(NOON),
                        bound("P", NOON + 1),
                        settled(OVER),
                        settled(OVER + 1)))
                .extracting(Finding::subjectId, Finding::raisedAt)
                .containsExactlyInAnyOrder(tuple("P", OVER), tuple("Q", OVER), tuple("P", OVER + DAY));
    }

    @Test
    void theEvidenceOfADayIsItsFirstSettlement() {
        Finding day = only(found(bound("P", MIDNIGHT), settled(NOON), settled(NOON - 1)));
        assertThat(day.evidence().get(1).eventTime()).isEqualTo(NOON - 1);
    }

    @Test
    void aReversalIsIgnored() {
        assertThat(BoundShops.KIND.keyOf(event("r", SETTLEMENT_REVERSED, null, NOON)))
                .isNull();
    }

    @Test
    void aDayIsToldWhenItIsOver() {
        Verdict before = judge(OVER - 1, bound("P", MIDNIGHT), settled(NOON));
        assertThat(before.findings()).isEmpty();
        assertThat(before.nextLook()).isEqualTo(OVER);
        Verdict then = judge(OVER, bound("P", MIDNIGHT), settled(NOON));
        assertThat(then.findings()).hasSize(1);
        assertThat(then.nextLook()).isEqualTo(Instants.NEVER);
    }

    @Test
    void aShopStaysWhileItIsBound() {
        assertThat(judge(NOON, bound("P", NOON)).settledAt()).isEqualTo(Instants.NEVER);
        assertThat(judge(NOON, bound("P", NOON), unbound("P", NOON + 1)).settledAt())
                .isEqualTo(NOON + 1);
        assertThat(judge(NOON, settled(NOON)).settledAt()).isEqualTo(NOON);
        assertThat(judge(NOON, bound("P", MIDNIGHT), settled(NOON), unbound("P", NOON + 1))
                        .settledAt())
                .as("not before its day is told")
                .isEqualTo(OVER);
    }

    @Test
    void whatIsPrunedIsAttributedByTheBindingThen() {
        BoundShop shop = facts(bound("P", NOON - DAY), settled(MIDNIGHT + 1));
        BoundShop pruned = BoundShops.KIND.prune(shop, NOON, Books.BUILT_IN);
        assertThat(pruned.changes().isEmpty()).isTrue();
        assertThat(pruned.settlements().isEmpty()).isTrue();
        assertThat(pruned.prunedTo()).isEqualTo(NOON);
        BoundShop more = pruned.join(facts(settled(NOON + 1), settled(OVER + 1), unbound("P", OVER + 2)));
        assertThat(judge(Times.A_YEAR_LATER, more).findings())
                .isEqualTo(found(
                        bound("P", NOON - DAY),
                        settled(MIDNIGHT + 1),
                        settled(NOON + 1),
                        settled(OVER + 1),
                        unbound("P", OVER + 2)));
    }

    @Test
    void aDayStaysUntilItIsOver() {
        BoundShop shop = facts(bound("P", NOON - DAY), settled(NOON));
        assertThat(BoundShops.KIND.prune(shop, OVER - 1, Books.BUILT_IN).settled())
                .hasSize(1);
        assertThat(BoundShops.KIND.prune(shop, OVER, Books.BUILT_IN).settled()).isEmpty();
    }

    private static Event bound(String provider, long time) {
        return event("b" + provider + time, SHOP_BOUND, provider, time);
    }

    private static Event unbound(String provider, long time) {
        return event("u" + provider + time, SHOP_UNBOUND, provider, time);
    }

    /** At noon. */
    private static Event change(String id, EventType type, String provider) {
        return event(id, type, provider, NOON);
    }

    /** Its id comes before those of the changes. */
    private static Event settled(long time) {
        return event("a" + time, ORDER_SETTLED, null, time);
    }

    private static Event event(String id, EventType type, String provider, long time) {
        return new EventBuilder()
                .type(type)
                .eventId(id)
                .eventTime(time)
                .providerId(provider)
                .shopId("S")
                .build();
    }

    private static BoundShop facts(Event... events) {
        return History.facts(BoundShops.KIND, List.of(events)).get("S");
    }

    private static Verdict judge(long asOf, Event... events) {
        return judge(asOf, facts(events));
    }

    private static Verdict judge(long asOf, BoundShop shop) {
        return new SettledWhileBound().judge("S", shop, asOf, Books.BUILT_IN);
    }

    private static List<Finding> found(Event... events) {
        List<Event> backwards = new ArrayList<>(Arrays.asList(events));
        Collections.reverse(backwards);
        Verdict verdict = judge(Times.A_YEAR_LATER, events);
        assertThat(judge(Times.A_YEAR_LATER, backwards.toArray(Event[]::new))).isEqualTo(verdict);
        return verdict.findings();
    }

    private static Finding only(List<Finding> findings) {
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }
}
