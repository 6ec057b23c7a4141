package io.xunjian.functions;

import static io.xunjian.rules.testing.Histories.paid;
import static io.xunjian.rules.testing.Histories.shipped;
import static io.xunjian.rules.testing.Times.DAY;
import static io.xunjian.rules.testing.Times.HOUR;
import static io.xunjian.rules.testing.Times.NEXT_NOON;
import static io.xunjian.rules.testing.Times.NOON;
import static io.xunjian.rules.testing.Times.days;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.xunjian.functions.JudgeHarness.Backend;
import io.xunjian.rules.Finding;
import io.xunjian.rules.Status;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.testing.Books;
import io.xunjian.rules.testing.Findings;
import io.xunjian.rules.testing.NetAlert;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A rule over findings: shops hear of their orders that were late to the last level, and of those that were not after all. */
class JudgeOfShopsTest {

    private static final long LAST_LEVEL = NEXT_NOON + 2 * DAY;
    private static final long REVOCABLE = days(90);
    private static final Event PAID = paid("A").promising(NEXT_NOON).at(NOON);

    @ParameterizedTest
    @EnumSource
    void aShopIsJudgedAtTheWatermarkThatReachesItsOrdersLastLevel(Backend backend) throws Exception {
        try (Judges judges = judges(backend).arrive(PAID).watermark(LAST_LEVEL - 1)) {
            assertThat(closures(judges)).isEmpty();
            judges.watermark(LAST_LEVEL);
            assertThat(closures(judges))
                    .extracting(NetAlert::alertId, NetAlert::raisedAt, NetAlert::status)
                    .containsExactly(tuple("SHOP_CLOSURE:shop:A", LAST_LEVEL, Status.OPEN));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCureIsNoNewsForTheShop(Backend backend) throws Exception {
        try (JudgeHarness orders = judge("orders", backend).arrive(PAID).watermark(LAST_LEVEL)) {
            assertThat(orders.takeSignals()).hasSize(3);
            orders.arrive(shipped("A").at(LAST_LEVEL + HOUR)).watermark(LAST_LEVEL + HOUR);
            assertThat(orders.net()).extracting(NetAlert::status).containsOnly(Status.CURED);
            assertThat(orders.takeSignals()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRevokedBreachRevokesTheClosure(Backend backend) throws Exception {
        try (Judges judges = judges(backend).arrive(PAID).watermark(LAST_LEVEL + HOUR)) {
            assertThat(closures(judges)).hasSize(1);
            judges.arrive(shipped("A").at(NEXT_NOON)).watermark(LAST_LEVEL + 2 * HOUR);
            assertThat(judges.net()).isEmpty();
            assertThat(judges.late()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEarlierPaymentMovesTheBreachToItsShop(Backend backend) throws Exception {
        Event earlier = paid("A").from("other").promising(NEXT_NOON).at(NOON - 1);
        try (Judges judges = judges(backend).arrive(PAID).watermark(LAST_LEVEL + HOUR)) {
            judges.arrive(earlier).watermark(LAST_LEVEL + 2 * HOUR);
            assertThat(closures(judges)).extracting(NetAlert::alertId).containsExactly("SHOP_CLOSURE:other:A");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aClosureIsSaidHoweverFarTheWatermarkLeaps(Backend backend) throws Exception {
        try (Judges judges = judges(backend).arrive(PAID).watermark(NOON)) {
            judges.watermark(LAST_LEVEL + days(300));
            assertThat(closures(judges)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void signalsInAnyOrderAndAgainEndTheSame(Backend backend) throws Exception {
        Finding found = Findings.open("A", "shop", LAST_LEVEL);
        Event first = Event.of(found);
        Event revoked = Event.of(found.as(Status.REVOKED, 2));
        Event again = Event.of(found.as(Status.OPEN, 3));
        Event other = Event.of(Findings.open("B", "shop", LAST_LEVEL + DAY));
        for (List<Event> order : List.of(
                List.of(first, revoked, again, other),
                List.of(again, revoked, first, other),
                List.of(other, revoked, again, first, revoked),
                List.of(again, other, again, first))) {
            try (JudgeHarness shops = judge("shops", backend)) {
                for (Event signal : order) {
                    shops.arrive(signal).watermark(Math.max(shops.watermark() + HOUR, LAST_LEVEL));
                }
                assertThat(shops.watermark(LAST_LEVEL + DAY).net())
                        .extracting(NetAlert::alertId)
                        .containsExactly("SHOP_CLOSURE:shop:A");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSignalForWhatWasPrunedIsToldAsLate(Backend backend) throws Exception {
        Finding found = Findings.open("A", "shop", LAST_LEVEL);
        try (JudgeHarness shops = judge("shops", backend).watermark(LAST_LEVEL).arrive(Event.of(found))) {
            shops.watermark(LAST_LEVEL + REVOCABLE + DAY);
            shops.arrive(Event.of(Findings.open("B", "shop", LAST_LEVEL + REVOCABLE + DAY)));
            shops.arrive(Event.of(found.as(Status.REVOKED, 2)));
            assertThat(shops.late()).extracting(late -> late.event().eventId()).containsExactly("LATE_SHIPMENT:A:3#2");
            assertThat(shops.net()).extracting(NetAlert::status).containsOnly(Status.OPEN);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aShopIsForgottenAWindowAndWhatRevokesAfterItsLastBreach(Backend backend) throws Exception {
        long forgotten = LAST_LEVEL + days(30) + REVOCABLE + DAY;
        try (JudgeHarness shops = judge("shops", backend)) {
            shops.arrive(Event.of(Findings.open("A", "shop", LAST_LEVEL))).watermark(LAST_LEVEL);
            shops.watermark(forgotten - 1);
            assertThat(shops.keys()).isOne();
            assertThat(shops.timers()).isOne();
            shops.watermark(forgotten);
            assertThat(shops.keys()).isZero();
            assertThat(shops.timers()).isZero();
            assertThat(shops.entries()).isZero();
            assertThat(shops.said()).hasSize(1);
        }
    }

    private static List<NetAlert> closures(Judges judges) {
        return judges.net().stream()
                .filter(alert -> alert.ruleCode().equals("SHOP_CLOSURE"))
                .toList();
    }

    private static Judges judges(Backend backend) throws Exception {
        return new Judges(Books.BUILT_IN, days(30), backend);
    }

    private static JudgeHarness judge(String kind, Backend backend) throws Exception {
        return new JudgeHarness.Setup(JudgeHarness.rulesOver(kind), Books.BUILT_IN, DAY, backend).start();
    }
}
