package io.xunjian.console.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a batch of arrivals makes of the tables: each alert is written once, however many of its states came. */
final class Changes {

    private final Map<String, AlertRow> before;
    private final Map<String, AlertRow> now = new LinkedHashMap<>();
    private final Map<String, Set<String>> keys = new HashMap<>();
    private final List<AlertRow> former = new ArrayList<>();
    private final List<AlertRow> gone = new ArrayList<>();
    private final long at;
    private long nextSeq;

    /**
     * Begins with no change.
     *
     * @param before the alerts that the batch may be about, as the tables have them
     */
    Changes(Map<String, AlertRow> before, long firstSeq, long at) {
        this.before = new HashMap<>(before);
        this.nextSeq = firstSeq;
        this.at = at;
    }

    void add(Arrival arrival) {
        AlertRow known = now.getOrDefault(arrival.alertId(), before.get(arrival.alertId()));
        if (arrival.isGone()) {
            delete(arrival.alertId());
        } else if (known == null) {
            put(arrival, AlertRow.first(arrival, nextSeq++, at));
        } else if (!known.json().equals(arrival.json())) {
            former.add(known);
            put(arrival, known.after(arrival, nextSeq++, at));
        }
    }

    private void put(Arrival arrival, AlertRow row) {
        now.put(arrival.alertId(), row);
        keys.put(arrival.alertId(), arrival.keys());
    }

    private void delete(String alertId) {
        AlertRow begun = now.remove(alertId);
        if (begun != null) {
            former.removeIf(row -> row.alertNo() == begun.alertNo());
        }
        AlertRow stored = before.remove(alertId);
        if (stored != null) {
            gone.add(stored);
        }
    }

    /** The alerts as they are now, without those that are gone. */
    List<AlertRow> rows() {
        return List.copyOf(now.values());
    }

    List<AlertRow> inserted() {
        return now.values().stream()
                .filter(row -> !before.containsKey(row.alertId()))
                .toList();
    }

    List<AlertRow> updated() {
        return now.values().stream()
                .filter(row -> before.containsKey(row.alertId()))
                .toList();
    }

    /** States that are not the newest any more. */
    List<AlertRow> former() {
        return former;
    }

    /** Alerts that the tables have and must not. */
    List<AlertRow> gone() {
        return gone;
    }

    Set<String> keys(AlertRow row) {
        return keys.get(row.alertId());
    }

    /** The keys that the tables have of an alert. */
    Set<String> keysBefore(AlertRow row) {
        AlertRow stored = before.getOrDefault(row.alertId(), row);
        return RecordJson.keys(stored.json());
    }
}
