package io.xunjian.oracle;

import java.util.ArrayList;
import java.util.List;

/** Orders that were not shipped by their deadline, judged up to three times. */
final class LateShipmentOracle {

    static final String CODE = "LATE_SHIPMENT";

    private static final List<String> MOVING = List.of("PICKED_UP", "IN_TRANSIT", "OUT_FOR_DELIVERY", "SIGNED");

    private LateShipmentOracle() {}

    /**
     * An alert of one order.
     *
     * @param last whether it is the highest level of its version
     */
    record Breach(OracleAlert alert, String orderId, boolean last) {}

    static List<Breach> breaches(OracleHistory history, OracleBook book) {
        List<Breach> breaches = new ArrayList<>();
        history.by(event -> event.text("orderId"))
                .forEach((orderId, order) -> breaches.addAll(ofOrder(orderId, order, book)));
        return breaches;
    }

    private static List<Breach> ofOrder(String orderId, OracleHistory order, OracleBook book) {
        OracleEvent paid = order.of("ORDER_PAID").first();
        if (paid == null || paid.text("orderType", "NORMAL").equals("VIRTUAL")) {
            return List.of();
        }
        OracleVersion version = book.version(CODE, paid.time());
        if (version == null) {
            return List.of();
        }
        long deadline = deadline(paid, order, version);
        OracleEvent closing =
                order.where(event -> closes(event, version.text("cureOn"))).first();
        List<Breach> breaches = new ArrayList<>();
        for (int level = 1; level <= version.integer("maxJudgements"); level++) {
            long judged = deadline + (level - 1) * version.millis("rejudgeInterval");
            if ((closing == null || closing.time() > judged) && order.asOf() >= judged) {
                OracleAlert alert = OracleAlert.of(
                        version,
                        orderId + ":" + level,
                        "SHOP",
                        paid.text("shopId"),
                        level,
                        judged,
                        closing == null ? null : closing.time());
                breaches.add(new Breach(alert, orderId, level == version.integer("maxJudgements")));
            }
        }
        return breaches;
    }

    private static long deadline(OracleEvent paid, OracleHistory order, OracleVersion version) {
        long deadline = paid.has("promiseShipTime")
                ? paid.instant("promiseShipTime")
                : paid.time() + version.millis("defaultShipWindow");
        for (OracleEvent change : order.of("PROMISE_CHANGED").events()) {
            if (change.time() <= deadline) {
                deadline = change.instant("promiseShipTime");
            }
        }
        return deadline;
    }

    private static boolean closes(OracleEvent act, String cureOn) {
        return switch (act.type()) {
            case "ORDER_CANCELLED", "REFUND_AGREED" -> true;
            case "SHIP_CONFIRMED" -> cureOn.equals("WAYBILL_UPLOADED") && act.flag("complete", true);
            case "TRACE_NODE" -> cureOn.equals("PICKUP_SCAN") && MOVING.contains(act.text("node"));
            default -> false;
        };
    }
}
