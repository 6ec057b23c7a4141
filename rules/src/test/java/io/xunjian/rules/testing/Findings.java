package io.xunjian.rules.testing;

import io.xunjian.rules.Evidence;
import io.xunjian.rules.Finding;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Status;
import io.xunjian.rules.Window;
import io.xunjian.rules.event.SubjectType;
import java.util.List;
import java.util.Map;

/** Findings without a rule. */
public final class Findings {

    private Findings() {}

    /** An open breach of the last level of LATE_SHIPMENT, its first revision. */
    public static Finding open(String orderId, String shopId, long raisedAt) {
        return finding(orderId, shopId, Status.OPEN, raisedAt, Instants.NEVER, null);
    }

    public static Finding cured(String orderId, String shopId, long raisedAt, long curedAt) {
        return finding(orderId, shopId, Status.CURED, raisedAt, curedAt, null);
    }

    /** With every field set that a finding can have. */
    public static Finding full() {
        return finding("A", "shop", Status.CURED, Times.NOON, Times.NEXT_NOON, new Window(0, Times.NOON));
    }

    private static Finding finding(
            String orderId, String shopId, Status status, long raisedAt, long curedAt, Window window) {
        return new Finding(
                "LATE_SHIPMENT:" + orderId + ":3",
                "LATE_SHIPMENT",
                1,
                SubjectType.SHOP,
                shopId,
                Map.of("orderId", orderId),
                3,
                true,
                status,
                raisedAt,
                curedAt,
                window,
                List.of(new Evidence("e-" + orderId, "ORDER_PAID", Times.NOON)),
                1,
                1);
    }
}
