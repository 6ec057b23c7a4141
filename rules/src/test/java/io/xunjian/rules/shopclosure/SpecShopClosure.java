package io.xunjian.rules.shopclosure;

import io.xunjian.rules.event.Event;
import io.xunjian.rules.testing.Times;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The definition of SHOP_CLOSURE word by word over what was told of each order, without facts. */
final class SpecShopClosure {

    private static final long WINDOW = 30 * Times.DAY;

    private SpecShopClosure() {}

    /** The alertIds of the closures, in order. */
    static List<String> alerts(List<Event> told, long asOf, int minOrders) {
        List<Breach> breaches = standing(told).stream()
                .filter(breach -> breach.raisedAt() <= asOf)
                .toList();
        List<String> alerts = new ArrayList<>();
        Breach last = null;
        for (Breach breach : breaches) {
            if (last != null && breach.raisedAt() <= last.raisedAt() + WINDOW) {
                last = breach;
                continue;
            }
            last = null;
            long count = breaches.stream()
                    .filter(other -> other.raisedAt() > breach.raisedAt() - WINDOW)
                    .filter(other -> other.raisedAt() <= breach.raisedAt())
                    .count();
            if (count >= minOrders) {
                alerts.add("SHOP_CLOSURE:shop:" + breach.orderId());
                last = breach;
            }
        }
        return alerts;
    }

    private static List<Breach> standing(List<Event> told) {
        return told.stream()
                .collect(Collectors.groupingBy(event -> event.finding().alertId()))
                .values()
                .stream()
                .map(revisions -> revisions.stream()
                        .map(Event::finding)
                        .max(Comparator.comparingInt(finding -> finding.revision()))
                        .orElseThrow())
                .filter(finding -> finding.stands())
                .map(finding -> new Breach(
                        finding.alertId(), finding.keys().get("orderId"), finding.raisedAt(), true, finding.revision()))
                .sorted(Comparator.comparingLong(Breach::raisedAt).thenComparing(Breach::alertId))
                .toList();
    }
}
