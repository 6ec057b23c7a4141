package io.xunjian.bench.peers.plainflink;

import java.util.ArrayList;
import java.util.List;

/** The newest state of an alert, as it stands in the topic; what is {@code null} is left out. */
public record Alert(
        String alertId,
        String ruleCode,
        int ruleVersion,
        String subjectType,
        String subjectId,
        Keys keys,
        int level,
        String severity,
        String status,
        long raisedAt,
        Long curedAt,
        List<Action> actions,
        Text reason,
        Clause clause,
        List<Evidence> evidence,
        int evidenceCount) {

    private static final String RULE = "LATE_SHIPMENT";
    private static final Clause CLAUSE = new Clause(
            "抖店商家规则·发货",
            "商家应在承诺发货时效内完成发货，并在该时效内上传真实有效物流单号；在超时的24小时后，会再次被识别判定发货超时，判定上限为3次。",
            "A shop must ship within the time it promised and upload a real tracking number within it;"
                    + " 24 hours after a late shipment it is judged again, three times at most.");
    private static final List<String> SEVERITIES = List.of("MINOR", "GENERAL", "SERIOUS");
    private static final Action DEDUCTION = new Action("DEPOSIT_DEDUCTION", "ENFORCE", 1000L);
    private static final List<List<Action>> ACTIONS = List.of(
            List.of(new Action("WARNING", "ENFORCE", null), DEDUCTION),
            List.of(DEDUCTION),
            List.of(new Action("LISTING_BAN", "ENFORCE", null)));

    public record Keys(String orderId) {}

    public record Action(String type, String mode, Long amountFen) {}

    public record Text(String en, String zh) {}

    public record Clause(String ref, String zh, String en) {}

    public record Evidence(String eventId, String eventType, long eventTime) {}

    /** An order is late at a level, and nothing closed it yet. */
    static Alert open(String orderId, Order order, int level) {
        return of(orderId, order, level, false);
    }

    /** An order was late at a level, and is closed since. */
    static Alert cured(String orderId, Order order, int level) {
        return of(orderId, order, level, true);
    }

    private static Alert of(String orderId, Order order, int level, boolean isCured) {
        List<Evidence> evidence = new ArrayList<>(2);
        evidence.add(new Evidence(order.paidId, EventType.ORDER_PAID.name(), order.paidAt));
        if (isCured) {
            evidence.add(new Evidence(order.closedId, order.closedBy.name(), order.closedAt));
        }
        return new Alert(
                RULE + ':' + orderId + ':' + level,
                RULE,
                1,
                "SHOP",
                order.shopId,
                new Keys(orderId),
                level,
                SEVERITIES.get(level - 1),
                isCured ? "CURED" : "OPEN",
                order.judgedAt(level),
                isCured ? order.closedAt : null,
                ACTIONS.get(level - 1),
                isCured ? Reason.cured(orderId, order, level) : Reason.open(orderId, order, level),
                CLAUSE,
                evidence,
                evidence.size());
    }
}
