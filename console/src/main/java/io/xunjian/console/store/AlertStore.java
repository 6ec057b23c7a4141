package io.xunjian.console.store;

import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Writes what arrives on the topic {@code alerts}. A state that is the one the alert already has changes nothing: a job that
 * was restored sends again what it had sent.
 */
public final class AlertStore {

    private final Clock clock;
    private final List<AlertArrived> hooks;

    public AlertStore(Clock clock, List<AlertArrived> hooks) {
        this.clock = clock;
        this.hooks = List.copyOf(hooks);
    }

    /**
     * Writes states in the order in which they arrived. The caller has the {@link WriteLock}.
     *
     * @return whether an alert is gone
     */
    public boolean write(Handle handle, List<Arrival> arrivals) throws SQLException {
        Map<String, AlertRow> before = before(handle, arrivals);
        Changes changes = new Changes(before, WriteLock.takeSeqs(handle, arrivals.size()), clock.millis());
        arrivals.forEach(changes::add);
        List<AlertRow> rows = changes.rows();
        new ChangesWriter(handle.getConnection(), changes, Kinds.numbered(handle, rows)).write();
        if (!rows.isEmpty()) {
            hooks.forEach(hook -> hook.arrived(handle, rows));
        }
        return !changes.gone().isEmpty();
    }

    /** Empties the tables of alerts. */
    public static void clear(Handle handle) {
        for (String table : List.of("alert", "alert_record", "alert_key", "alert_history", "alert_kind")) {
            handle.execute("DELETE FROM " + table);
        }
    }

    private static Map<String, AlertRow> before(Handle handle, List<Arrival> arrivals) {
        Set<String> ids = arrivals.stream().map(Arrival::alertId).collect(Collectors.toSet());
        Map<String, AlertRow> before = new HashMap<>();
        AlertRows.of(handle, ids).forEach(row -> before.put(row.alertId(), row));
        return before;
    }
}
