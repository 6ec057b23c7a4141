package io.xunjian.console.store;

import java.util.List;

/** The states that arrived last. */
public final class RecentAlerts {

    private final Database database;

    public RecentAlerts(Database database) {
        this.database = database;
    }

    /** The seq of the newest state. */
    public long lastSeq() {
        return database.jdbi().withHandle(WriteLock::lastSeq);
    }

    /**
     * In their order; a state that another one followed since is left out.
     *
     * @param first not in it
     * @param last in it
     */
    public List<AlertRow> after(long first, long last) {
        return database.jdbi().withHandle(handle -> {
            List<AlertRow> rows = handle.createQuery("SELECT " + AlertRows.COLUMNS
                            + " FROM alert a WHERE a.seq > ? AND a.seq <= ? ORDER BY a.seq")
                    .bind(0, first)
                    .bind(1, last)
                    .map(AlertRows::withoutJson)
                    .list();
            return AlertRows.withJson(handle, rows);
        });
    }

    /** How new the newest are. */
    public Newest newest() {
        return database.jdbi()
                .withHandle(handle -> new Newest(
                        handle.createQuery("SELECT raised_at FROM alert ORDER BY raised_at DESC, alert_no DESC LIMIT 1")
                                .mapTo(Long.class)
                                .findOne()
                                .orElse(null),
                        handle.createQuery("SELECT updated_at FROM alert ORDER BY seq DESC LIMIT 1")
                                .mapTo(Long.class)
                                .findOne()
                                .orElse(null)));
    }
}
