package io.xunjian.bench.workload;

import io.xunjian.bench.workload.OrderMarket.Fate;
import java.time.Duration;

/** What is to be found in an {@link OrderMarket}, by the rule's definition and from the orders' fates alone. */
final class Truth {

    private static final long AGAIN = Duration.ofHours(24).toMillis();
    private static final int LEVELS = 3;

    private Truth() {}

    /** The late shipments as of the greatest event time. */
    static NetAlerts of(OrderMarket market, int orders) {
        long horizon = market.horizon();
        NetAlerts alerts = new NetAlerts();
        for (int order = 0; order < orders; order++) {
            Fate fate = market.fate(order);
            for (int level = 1; level <= LEVELS; level++) {
                long judgedAt = fate.paidAt() + OrderMarket.PROMISE + (level - 1) * AGAIN;
                if (fate.shippedAt() <= judgedAt || judgedAt > horizon) {
                    break;
                }
                boolean isCured = fate.shippedAt() <= horizon;
                alerts.add(
                        "LATE_SHIPMENT:o-" + order + ":" + level,
                        "LATE_SHIPMENT",
                        1,
                        "SHOP",
                        "s-" + fate.shop(),
                        level,
                        isCured ? "CURED" : "OPEN",
                        judgedAt,
                        isCured ? fate.shippedAt() : null);
            }
        }
        return alerts;
    }
}
