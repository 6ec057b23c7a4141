package io.xunjian.cluster.traffic;

import io.xunjian.rules.event.EventType;
import java.util.List;

/**
 * The platform calls every shop once a day, and twice more on that day where nobody answers. Buyers
 * call as they like. Now and then the customer service of a shop is gone for days.
 */
final class Calls implements Activity {

    private static final int OPENING = 9;
    private static final int BUSINESS_HOURS = 8;
    private static final int CALLS_OF_A_CHECK = 3;
    private static final double FALLS_SILENT = 0.004;
    private static final double BUYERS_A_SHOP_AND_DAY = 1;
    private static final List<String> MISSED = List.of("NO_ANSWER", "NO_ANSWER", "BUSY", "POWER_OFF", "REJECTED");

    private final Shops shops;
    private final Outbox outbox;
    private final Dice dice;
    private final DayNumbers numbers = new DayNumbers("call");
    private final long[] silentUntil;

    Calls(Shops shops, Outbox outbox, Dice dice) {
        this.shops = shops;
        this.outbox = outbox;
        this.dice = dice;
        this.silentUntil = new long[shops.count() + 1];
    }

    @Override
    public void live(Hour hour) {
        for (int shop = 1; shop <= shops.count(); shop++) {
            if (OPENING + shop % BUSINESS_HOURS == hour.ofDay()) {
                check(shop, dice.between(hour.from(), hour.until()));
            }
        }
        for (long at : hour.instants(BUYERS_A_SHOP_AND_DAY * shops.count(), dice)) {
            callByBuyer(shops.pick(dice), at);
        }
    }

    private void check(int shop, long first) {
        if (silentUntil[shop] < first && dice.chance(FALLS_SILENT)) {
            silentUntil[shop] = first + dice.days(1.5, 5);
        }
        String caseId = "check-%s-%s".formatted(Hour.day(first), Shops.id(shop));
        long at = first;
        boolean isReached = false;
        for (int call = 1; call <= CALLS_OF_A_CHECK && !isReached; call++) {
            isReached = isReached(shop, at, 0.95);
            outbox.post(call(caseId + ':' + call, shop, at, isReached)
                    .with("source", "PLATFORM_SPOT_CHECK")
                    .with("caseId", caseId));
            at += dice.hours(0.5, 2.5);
        }
    }

    private void callByBuyer(int shop, long at) {
        boolean isOut = dice.chance(0.2);
        outbox.post(call(numbers.next(at), shop, at, isReached(shop, at, 0.7))
                .with("source", "BUYER")
                .with("direction", isOut ? "OUT" : null));
    }

    private boolean isReached(int shop, long at, double usually) {
        return silentUntil[shop] < at && dice.chance(usually);
    }

    private Fact call(String eventId, int shop, long at, boolean isReached) {
        return new Fact(EventType.CALL_ATTEMPT, Shops.id(shop), eventId, at)
                .with("shopId", Shops.id(shop))
                .with("result", isReached ? "ANSWERED" : dice.oneOf(MISSED))
                .with("talkSeconds", isReached ? 5 + dice.below(200) : null);
    }
}
