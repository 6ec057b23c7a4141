package io.xunjian.console.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.xunjian.console.feed.AlertIntake;
import io.xunjian.console.feed.Intake;
import io.xunjian.console.store.AlertStore;
import io.xunjian.console.store.Database;
import io.xunjian.console.store.WriteLock;
import io.xunjian.console.testing.SampleAlert;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Handle;

/** Both topics and their feeds into a database, without a broker: what is sent is read at once. */
final class Topics {

    private static final Clock STANDING = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    final List<Decided> news = new ArrayList<>();
    final List<ConsumerRecord<byte[], byte[]>> decisions = new ArrayList<>();
    private final Database database;
    private final DecisionIntake desk = new DecisionIntake(new Progress(), news::add);
    private final AlertIntake alerts = new AlertIntake(new AlertStore(STANDING, List.of(desk)), () -> {});
    private long alertOffset;

    Topics(Database database) {
        this.database = database;
    }

    void send(SampleAlert alert) {
        take(
                alerts,
                List.of(new ConsumerRecord<>(
                        "alerts",
                        0,
                        alertOffset++,
                        alert.alertId().getBytes(UTF_8),
                        alert.json().getBytes(UTF_8))));
    }

    void send(Decision decision) {
        ConsumerRecord<byte[], byte[]> record = add(decision);
        take(desk, List.of(record));
    }

    /** Puts it on the topic, where nobody reads it yet. */
    ConsumerRecord<byte[], byte[]> add(Decision decision) {
        return add(decision.target().key(), DecisionJson.write(decision));
    }

    ConsumerRecord<byte[], byte[]> add(String key, byte[] value) {
        var record = new ConsumerRecord<>("decisions", 0, decisions.size(), key.getBytes(UTF_8), value);
        decisions.add(record);
        return record;
    }

    /** Reads what is on the topic from this offset on. */
    void readDecisions(int from, int to) {
        take(desk, decisions.subList(from, to));
    }

    void forgetDecisions() {
        database.jdbi().useTransaction(desk::forget);
    }

    /** All that the desk has made, and its copy beside the alerts. */
    Map<String, List<Map<String, Object>>> tables() {
        return database.jdbi()
                .withHandle(handle -> Map.of(
                        "decision", rows(handle, "decision ORDER BY topic_partition, topic_offset"),
                        "desk_state", rows(handle, "desk_state ORDER BY alert_id"),
                        "mute", rows(handle, "mute ORDER BY rule_code, subject_type, subject_id"),
                        "unreadable", rows(handle, "unreadable ORDER BY topic, topic_partition, topic_offset"),
                        "alert",
                                rows(
                                        handle,
                                        "(SELECT alert_id, desk_state, assignee, outcome, muted_until, decided_at FROM alert)"
                                                + " copied ORDER BY alert_id")));
    }

    /** An alert's row, as {@code state assignee outcome mutedUntil}. */
    String alert(String alertId) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT desk_state, assignee, outcome, muted_until FROM alert WHERE alert_id = ?")
                        .bind(0, alertId)
                        .map((row, ctx) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3) + " "
                                + row.getLong(4))
                        .one());
    }

    private void take(Intake intake, List<ConsumerRecord<byte[], byte[]>> records) {
        try {
            database.jdbi().useTransaction(handle -> {
                WriteLock.take(handle);
                intake.write(handle, records);
            });
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        intake.written(records);
    }

    private static List<Map<String, Object>> rows(Handle handle, String from) {
        return handle.createQuery("SELECT * FROM " + from).mapToMap().list();
    }
}
