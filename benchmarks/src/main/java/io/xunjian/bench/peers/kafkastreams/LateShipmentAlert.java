package io.xunjian.bench.peers.kafkastreams;

import io.xunjian.bench.peers.kafkastreams.Alert.Action;
import io.xunjian.bench.peers.kafkastreams.Alert.Clause;
import java.util.List;
import java.util.Map;

/** What is told of a late order at one level, cured where the order is closed. */
final class LateShipmentAlert {

    private static final Clause CLAUSE = new Clause(
            "抖店商家规则·发货",
            "商家应在承诺发货时效内完成发货，并在该时效内上传真实有效物流单号；在超时的24小时后，会再次被识别判定发货超时，判定上限为3次。",
            "A shop must ship within the time it promised and upload a real tracking number within it; 24 hours after a late"
                    + " shipment it is judged again, three times at most.");
    private static final Action WARNING = new Action("WARNING", "ENFORCE", null);
    private static final Action DEDUCTION = new Action("DEPOSIT_DEDUCTION", "ENFORCE", 1000);
    private static final Action LISTING_BAN = new Action("LISTING_BAN", "ENFORCE", null);

    /** By level, from 1. */
    private static final List<String> SEVERITIES = List.of("MINOR", "GENERAL", "SERIOUS");

    private static final List<List<Action>> ACTIONS =
            List.of(List.of(WARNING, DEDUCTION), List.of(DEDUCTION), List.of(LISTING_BAN));

    private LateShipmentAlert() {}

    static Alert of(String orderId, Order order, int level) {
        boolean isCured = order.closed() != null;
        List<Act> evidence = isCured ? List.of(order.paid(), order.closed()) : List.of(order.paid());
        return new Alert(
                "LATE_SHIPMENT:" + orderId + ':' + level,
                "LATE_SHIPMENT",
                1,
                "SHOP",
                order.shopId(),
                Map.of("orderId", orderId),
                level,
                SEVERITIES.get(level - 1),
                isCured ? "CURED" : "OPEN",
                order.judgedAt(level),
                isCured ? order.closed().eventTime() : null,
                ACTIONS.get(level - 1),
                LateShipmentReason.of(orderId, order, level),
                CLAUSE,
                evidence,
                evidence.size());
    }
}
