package io.xunjian.oracle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A second opinion on every rule, written from the specification alone: it sorts, counts everything anew and keeps
 * nothing. It shares no code with what it judges.
 */
final class Oracle {

    private Oracle() {}

    /** The net alerts of the events up to the horizon, in the order of {@code alerts.jsonl}. */
    static List<OracleAlert> alerts(Collection<OracleEvent> events, long horizon, OracleBook book) {
        OracleHistory history = OracleHistory.of(events, horizon);
        List<LateShipmentOracle.Breach> breaches = LateShipmentOracle.breaches(history, book);
        List<OracleAlert> alerts = new ArrayList<>();
        breaches.forEach(breach -> alerts.add(breach.alert()));
        alerts.addAll(ShopClosureOracle.alerts(breaches, book));
        alerts.addAll(CsUnreachableOracle.alerts(history, book));
        alerts.addAll(ComplaintOverdueOracle.alerts(history, book));
        alerts.addAll(ProviderInactiveOracle.alerts(history, book));
        alerts.sort(OracleAlert.AS_WRITTEN);
        return alerts;
    }

    /** The greatest time of an event: where a run ends that is not told otherwise. */
    static long horizonOf(Collection<OracleEvent> events) {
        return events.stream().mapToLong(OracleEvent::time).max().orElseThrow();
    }
}
