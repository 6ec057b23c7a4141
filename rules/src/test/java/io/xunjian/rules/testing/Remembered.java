package io.xunjian.rules.testing;

import static io.xunjian.rules.testing.Times.days;

import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.EventType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a live run, which forgets, is held to: a history without the events that it answers otherwise than a run that judges
 * at once. They are documented where the rules say when a key is settled.
 */
public final class Remembered {

    private static final long UNPAID = days(30);
    private static final long REOPENABLE = days(180);
    private static final long REVOCABLE = days(90);

    private final long serviceWindow;
    private final Map<String, Event> payments = new HashMap<>();
    private final Map<String, Long> complaints = new HashMap<>();
    private final Map<String, Long> serviceOrders = new HashMap<>();

    private Remembered(long serviceWindow) {
        this.serviceWindow = serviceWindow;
    }

    /**
     * In the order of their time.
     *
     * @param serviceWindow ms for which the rule book lets a service order count
     */
    public static List<Event> of(List<Event> events, long serviceWindow) {
        return new Remembered(serviceWindow).among(events);
    }

    private List<Event> among(List<Event> events) {
        List<Event> inOrder = events.stream()
                .sorted(Comparator.comparingLong(Event::eventTime))
                .toList();
        inOrder.stream()
                .filter(event -> event.type() == EventType.ORDER_PAID)
                .forEach(event -> payments.putIfAbsent(event.orderId(), event));
        List<Event> remembered = new ArrayList<>();
        for (Event event : inOrder) {
            if (isRemembered(event)) {
                remembered.add(event);
            }
        }
        return remembered;
    }

    private boolean isRemembered(Event event) {
        if (event.complaintId() != null) {
            return isSoonAfterTheLast(event.complaintId(), event, REOPENABLE, complaints);
        }
        if (event.serviceOrderId() != null) {
            String order = event.providerId() + ' ' + event.serviceOrderId();
            return isSoonAfterTheLast(order, event, serviceWindow, serviceOrders)
                    || event.type() == EventType.SERVICE_ORDER_REFUNDED;
        }
        if (event.promiseShipTime() != Event.ABSENT && event.promiseShipTime() < event.eventTime() - REVOCABLE) {
            return false; // a breach that long past comes too late for the closure of its shop
        }
        Event paid = event.orderId() == null ? null : payments.get(event.orderId());
        return paid == null
                || (event.type() == EventType.ORDER_PAID
                        ? event.equals(paid)
                        : event.eventTime() > paid.eventTime() - UNPAID);
    }

    private static boolean isSoonAfterTheLast(String id, Event event, long within, Map<String, Long> last) {
        if (event.eventTime() > last.getOrDefault(id, event.eventTime()) + within) {
            return false;
        }
        last.put(id, event.eventTime());
        return true;
    }
}
