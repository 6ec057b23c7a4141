package io.xunjian.console.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The table {@code alert_kind}: kinds and their numbers. A kind that was there once keeps its number. */
final class Kinds {

    private Kinds() {}

    static Map<Kind, Integer> all(Handle handle) {
        Map<Kind, Integer> kinds = new HashMap<>();
        handle.createQuery("SELECT kind_no, rule_code, rule_version, level, severity, status FROM alert_kind")
                .map((row, ctx) -> Map.entry(
                        new Kind(row.getString(2), row.getInt(3), row.getInt(4), row.getString(5), row.getString(6)),
                        row.getInt(1)))
                .forEach(kind -> kinds.put(kind.getKey(), kind.getValue()));
        return kinds;
    }

    /** The same, those of some alerts among them. The caller has the {@link WriteLock}. */
    static Map<Kind, Integer> numbered(Handle handle, List<AlertRow> rows) {
        Map<Kind, Integer> kinds = all(handle);
        for (AlertRow row : rows) {
            Kind kind = Kind.of(row);
            if (!kinds.containsKey(kind)) {
                kinds.put(kind, kinds.size());
                handle.execute(
                        "INSERT INTO alert_kind (kind_no, rule_code, rule_version, level, severity, status)"
                                + " VALUES (?, ?, ?, ?, ?, ?)",
                        kinds.get(kind),
                        kind.ruleCode(),
                        kind.ruleVersion(),
                        kind.level(),
                        kind.severity(),
                        kind.status());
            }
        }
        return kinds;
    }
}
