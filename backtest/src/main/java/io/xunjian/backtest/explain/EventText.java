package io.xunjian.backtest.explain;

import io.xunjian.rules.Instants;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.EventType;
import java.util.ArrayList;
import java.util.List;

/** One event in a line. */
final class EventText {

    private final List<String> fields = new ArrayList<>();

    private EventText() {}

    static String of(Event event) {
        if (event.type() == EventType.FINDING) {
            return event.finding().alertId();
        }
        String fields = new EventText().fields(event);
        return event.type() + " " + event.eventId() + (fields.isEmpty() ? "" : " (" + fields + ')');
    }

    private String fields(Event event) {
        add("orderId", event.orderId());
        add("shopId", event.shopId());
        add("caseId", "".equals(event.caseId()) ? null : event.caseId());
        add("complaintId", event.complaintId());
        add("subjectId", event.subjectId());
        add("providerId", event.providerId());
        add("categoryCode", event.categoryCode());
        add("serviceOrderId", event.serviceOrderId());
        if (event.promiseShipTime() != Event.ABSENT) {
            add("promiseShipTime", Instants.readable(event.promiseShipTime()));
        }
        add("amountFen", event.amountFen() == Event.ABSENT ? null : event.amountFen());
        add("talkSeconds", event.talkSeconds() == Event.ABSENT ? null : event.talkSeconds());
        add("orderType", event.orderType());
        add("node", event.node());
        add("source", event.source());
        add("result", event.result());
        add("direction", event.direction());
        add("category", event.category());
        add("complete", event.type() == EventType.SHIP_CONFIRMED ? event.complete() : null);
        add("liable", event.type() == EventType.COMPLAINT_JUDGED ? event.liable() : null);
        return String.join(", ", fields);
    }

    private void add(String name, Object value) {
        if (value != null) {
            fields.add(name + ' ' + value);
        }
    }
}
