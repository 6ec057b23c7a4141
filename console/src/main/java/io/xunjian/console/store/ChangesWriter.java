package io.xunjian.console.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Brings the tables to what a batch makes of them, statement by statement over all alerts. */
final class ChangesWriter {

    private static final String INSERT =
            "INSERT INTO alert (alert_id, seq, rule_code, rule_version, subject_type, subject_id,"
                    + " level, severity, status, raised_at, cured_at, topic_partition, topic_offset, updated_at, kind_no,"
                    + " alert_no, first_seen_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE = "UPDATE alert SET alert_id = ?, seq = ?, rule_code = ?, rule_version = ?,"
            + " subject_type = ?, subject_id = ?, level = ?, severity = ?, status = ?, raised_at = ?, cured_at = ?,"
            + " topic_partition = ?, topic_offset = ?, updated_at = ?, kind_no = ? WHERE alert_no = ?";
    private static final String HISTORY = "INSERT INTO alert_history (alert_no, seq, status, level, severity, at,"
            + " topic_partition, topic_offset) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

    private final Connection connection;
    private final Changes changes;
    private final Map<Kind, Integer> kinds;

    /**
     * Makes a writer of one batch.
     *
     * @param kinds the numbers of the kinds that it has
     */
    ChangesWriter(Connection connection, Changes changes, Map<Kind, Integer> kinds) {
        this.connection = connection;
        this.kinds = kinds;
        this.changes = changes;
    }

    void write() throws SQLException {
        delete();
        insert();
        update();
        keepHistory();
    }

    private void delete() throws SQLException {
        for (String table : List.of("alert", "alert_record", "alert_history")) {
            each(changes.gone(), "DELETE FROM " + table + " WHERE alert_no = ?", (row, statement) -> {
                statement.setLong(1, row.alertNo());
            });
        }
        deleteKeys(changes.gone().stream()
                .flatMap(row -> Key.of(row, changes.keysBefore(row)).stream())
                .toList());
    }

    private void insert() throws SQLException {
        List<AlertRow> rows = changes.inserted();
        each(rows, INSERT, (row, statement) -> {
            setState(row, statement);
            statement.setLong(17, row.firstSeenAt());
        });
        each(rows, "INSERT INTO alert_record (json, alert_no) VALUES (?, ?)", ChangesWriter::setRecord);
        insertKeys(rows.stream()
                .flatMap(row -> Key.of(row, changes.keys(row)).stream())
                .toList());
    }

    private void update() throws SQLException {
        List<AlertRow> rows = changes.updated();
        each(rows, UPDATE, this::setState);
        each(rows, "UPDATE alert_record SET json = ? WHERE alert_no = ?", ChangesWriter::setRecord);
        List<Key> lost = new ArrayList<>();
        List<Key> won = new ArrayList<>();
        for (AlertRow row : rows) {
            List<Key> before = Key.of(row, changes.keysBefore(row));
            List<Key> now = Key.of(row, changes.keys(row));
            before.stream().filter(key -> !now.contains(key)).forEach(lost::add);
            now.stream().filter(key -> !before.contains(key)).forEach(won::add);
        }
        deleteKeys(lost);
        insertKeys(won);
    }

    private void keepHistory() throws SQLException {
        each(changes.former(), HISTORY, (row, statement) -> {
            statement.setLong(1, row.alertNo());
            statement.setLong(2, row.seq());
            statement.setString(3, row.status());
            statement.setInt(4, row.level());
            statement.setString(5, row.severity());
            statement.setLong(6, row.updatedAt());
            statement.setInt(7, row.topicPartition());
            statement.setLong(8, row.topicOffset());
        });
    }

    private void insertKeys(List<Key> keys) throws SQLException {
        each(keys, "INSERT INTO alert_key (key_value, alert_no) VALUES (?, ?)", Key::set);
    }

    private void deleteKeys(List<Key> keys) throws SQLException {
        each(keys, "DELETE FROM alert_key WHERE key_value = ? AND alert_no = ?", Key::set);
    }

    private void setState(AlertRow row, PreparedStatement statement) throws SQLException {
        statement.setString(1, row.alertId());
        statement.setLong(2, row.seq());
        statement.setString(3, row.ruleCode());
        statement.setInt(4, row.ruleVersion());
        statement.setString(5, row.subjectType());
        statement.setString(6, row.subjectId());
        statement.setInt(7, row.level());
        statement.setString(8, row.severity());
        statement.setString(9, row.status());
        statement.setLong(10, row.raisedAt());
        if (row.curedAt() == null) {
            statement.setNull(11, Types.BIGINT);
        } else {
            statement.setLong(11, row.curedAt());
        }
        statement.setInt(12, row.topicPartition());
        statement.setLong(13, row.topicOffset());
        statement.setLong(14, row.updatedAt());
        statement.setInt(15, kinds.get(Kind.of(row)));
        statement.setLong(16, row.alertNo());
    }

    private static void setRecord(AlertRow row, PreparedStatement statement) throws SQLException {
        statement.setBytes(1, row.json().getBytes(StandardCharsets.UTF_8));
        statement.setLong(2, row.alertNo());
    }

    /** A key of an alert, as its table has it. */
    private record Key(String value, long alertNo) {

        static List<Key> of(AlertRow row, Set<String> values) {
            return values.stream().map(value -> new Key(value, row.alertNo())).toList();
        }

        void set(PreparedStatement statement) throws SQLException {
            statement.setString(1, value);
            statement.setLong(2, alertNo);
        }
    }

    /** Sets the parameters of one row. */
    @FunctionalInterface
    private interface Setter<T> {
        void set(T row, PreparedStatement statement) throws SQLException;
    }

    private <T> void each(List<T> rows, String sql, Setter<T> setter) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (T row : rows) {
                setter.set(row, statement);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
