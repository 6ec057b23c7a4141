package io.xunjian.rules.lateshipment;

import io.xunjian.rules.Instants;
import io.xunjian.rules.Status;
import io.xunjian.rules.Utf8Order;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.EventType;
import io.xunjian.rules.event.OrderType;
import io.xunjian.rules.event.SubjectType;
import io.xunjian.rules.event.TraceNode;
import io.xunjian.rules.testing.NetAlert;
import io.xunjian.rules.testing.Times;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The definition of LATE_SHIPMENT word by word over the bare events, without facts: slow, and hard to get wrong. */
final class SpecLateShipment {

    private static final Set<TraceNode> SCANS =
            EnumSet.of(TraceNode.PICKED_UP, TraceNode.IN_TRANSIT, TraceNode.OUT_FOR_DELIVERY, TraceNode.SIGNED);

    private final List<Event> known;
    private final long asOf;
    private final CureOn cureOn;

    private SpecLateShipment(List<Event> events, long asOf, CureOn cureOn) {
        this.known = events.stream()
                .filter(event -> event.eventTime() <= asOf)
                .sorted(Comparator.comparingLong(Event::eventTime).thenComparing(Event::eventId, Utf8Order::compare))
                .toList();
        this.asOf = asOf;
        this.cureOn = cureOn;
    }

    /** The net alerts of one order with the parameters of version 1. */
    static List<NetAlert> alerts(List<Event> events, long asOf, CureOn cureOn) {
        return new SpecLateShipment(events, asOf, cureOn).alerts();
    }

    private List<NetAlert> alerts() {
        Event paid = known.stream()
                .filter(event -> event.type() == EventType.ORDER_PAID)
                .findFirst()
                .orElse(null);
        List<NetAlert> alerts = new ArrayList<>();
        if (paid == null || paid.orderType() == OrderType.VIRTUAL) {
            return alerts;
        }
        long deadline = deadline(paid);
        long closedAt = known.stream()
                .filter(this::closes)
                .mapToLong(Event::eventTime)
                .min()
                .orElse(Instants.NEVER);
        for (int k = 1; k <= 3; k++) {
            long judgedAt = deadline + (k - 1) * Times.DAY;
            if (closedAt > judgedAt && asOf >= judgedAt) {
                alerts.add(alert(paid, k, judgedAt, closedAt));
            }
        }
        return alerts;
    }

    private long deadline(Event paid) {
        long deadline =
                paid.promiseShipTime() == Event.ABSENT ? paid.eventTime() + 2 * Times.DAY : paid.promiseShipTime();
        for (Event event : known) {
            if (event.type() == EventType.PROMISE_CHANGED && event.eventTime() <= deadline) {
                deadline = event.promiseShipTime();
            }
        }
        return deadline;
    }

    private boolean closes(Event event) {
        return switch (event.type()) {
            case ORDER_CANCELLED, REFUND_AGREED -> true;
            case SHIP_CONFIRMED -> event.complete() && cureOn == CureOn.WAYBILL_UPLOADED;
            case TRACE_NODE -> SCANS.contains(event.node()) && cureOn == CureOn.PICKUP_SCAN;
            default -> false;
        };
    }

    private static NetAlert alert(Event paid, int level, long judgedAt, long closedAt) {
        return new NetAlert(
                "LATE_SHIPMENT:" + paid.orderId() + ":" + level,
                "LATE_SHIPMENT",
                1,
                SubjectType.SHOP,
                paid.shopId(),
                level,
                closedAt == Instants.NEVER ? Status.OPEN : Status.CURED,
                judgedAt,
                closedAt);
    }
}
