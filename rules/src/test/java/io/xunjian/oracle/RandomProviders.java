package io.xunjian.oracle;

import java.util.ArrayList;
import java.util.List;

/** Providers whose shops come and go, whose settlements and service orders lie about 90 days apart. */
final class RandomProviders {

    private static final String AGENCY = "AGENCY_OPERATION";

    private static final String[] PROVIDERS = {"P0", "P1", "商3"};

    private final RandomFacts facts;
    private final List<Long> settlements = new ArrayList<>();

    private RandomProviders(RandomFacts facts) {
        this.facts = facts;
    }

    static void addTo(RandomFacts facts) {
        new RandomProviders(facts).add();
    }

    private void add() {
        int providers = facts.random.nextInt(PROVIDERS.length + 1);
        for (int i = 0; i < providers; i++) {
            long granted = grant(PROVIDERS[i]);
            String shop = RandomMarket.SHOPS[i];
            if (!facts.onceIn(8)) {
                bind("SHOP_BOUND", PROVIDERS[i], shop, granted - facts.oneOf(0, 1, 60) * RandomFacts.DAY);
            }
            settle(shop, granted);
            order(PROVIDERS[i], granted);
        }
        for (int i = providers == 0 ? 0 : facts.random.nextInt(7); i > 0; i--) {
            long at = settlements.isEmpty() || facts.onceIn(4)
                    ? facts.instant()
                    : facts.beside(settlements.get(facts.random.nextInt(settlements.size())));
            bind(
                    facts.oneOf("SHOP_BOUND", "SHOP_UNBOUND"),
                    facts.oneOf(PROVIDERS),
                    facts.oneOf(RandomMarket.SHOPS),
                    at);
        }
    }

    private long grant(String provider) {
        long granted = facts.instant();
        for (int i = facts.oneOf(0, 1, 1, 1, 1, 1, 2); i > 0; i--) {
            long at = i == 1 ? granted : facts.instant();
            facts.add("providers", "CATEGORY_GRANTED", at, "providerId", provider, "categoryCode", AGENCY);
            facts.limit(onMidnight(at + 90 * RandomFacts.DAY));
        }
        if (facts.onceIn(3)) {
            facts.add(
                    "providers",
                    "CATEGORY_GRANTED",
                    granted - 30 * RandomFacts.DAY,
                    "providerId",
                    provider,
                    "categoryCode",
                    "PHOTOGRAPHY");
        }
        return granted;
    }

    private void bind(String type, String provider, String shop, long at) {
        facts.add("providers", type, at, "providerId", provider, "shopId", shop);
    }

    private void settle(String shop, long granted) {
        long at = granted + facts.oneOf(-60, 0, 30, 90) * RandomFacts.DAY;
        for (int i = facts.oneOf(0, 3, 5, 7); i > 0; i--) {
            String type = facts.onceIn(8) ? "SETTLEMENT_REVERSED" : "ORDER_SETTLED";
            settlements.add(at);
            facts.add("settlements", type, at, "shopId", shop, "orderId", facts.oneOf("A", "B"), "amountFen", 1);
            at = next(at);
        }
    }

    private void order(String provider, long granted) {
        long at = granted + facts.oneOf(-60, 0, 30, 90) * RandomFacts.DAY;
        int orders = facts.oneOf(0, 3, 5, 7);
        for (int i = 0; i < orders; i++) {
            String id = "V" + (facts.onceIn(8) ? 0 : i);
            facts.add(
                    "providers",
                    "SERVICE_ORDER_PAID",
                    at,
                    "providerId",
                    provider,
                    "serviceOrderId",
                    id,
                    "categoryCode",
                    facts.onceIn(8) ? "PHOTOGRAPHY" : AGENCY,
                    "amountFen",
                    facts.oneOf(0, 1, 1, 1, 1, 100),
                    "shopId",
                    facts.oneOf(null, "S0"));
            if (facts.onceIn(4)) {
                refund(facts.onceIn(6) ? facts.oneOf(PROVIDERS) : provider, id, at);
            }
            at = next(at);
        }
    }

    private void refund(String provider, String serviceOrder, long paid) {
        long midnight = onMidnight(paid + facts.oneOf(0, 1, 30, 89, 90, 91) * RandomFacts.DAY);
        facts.add(
                "providers",
                "SERVICE_ORDER_REFUNDED",
                facts.beside(facts.limit(midnight)),
                "providerId",
                provider,
                "serviceOrderId",
                serviceOrder);
    }

    /** Some days on, mostly just enough or just too many. */
    private long next(long at) {
        facts.limit(onMidnight(at + 91 * RandomFacts.DAY));
        long midnight = onMidnight(at + facts.oneOf(0, 1, 30, 60, 89, 90, 90, 91, 92) * RandomFacts.DAY);
        return facts.beside(midnight + facts.oneOf(0, 0, 12) * RandomFacts.HOUR);
    }

    private static long onMidnight(long instant) {
        return PlatformDays.midnight(PlatformDays.day(instant));
    }
}
