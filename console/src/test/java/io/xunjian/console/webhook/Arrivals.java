package io.xunjian.console.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.xunjian.console.feed.AlertIntake;
import io.xunjian.console.store.AlertStore;
import io.xunjian.console.store.Database;
import io.xunjian.console.store.WriteLock;
import io.xunjian.console.testing.SampleAlert;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Alerts that arrive in a database, without a broker. */
final class Arrivals {

    private final Database database;
    private final AlertIntake intake = new AlertIntake(new AlertStore(Clock.systemUTC(), List.of()), () -> {});
    private long offset;

    Arrivals(Database database) {
        this.database = database;
    }

    /** In one transaction. */
    void send(SampleAlert... alerts) throws SQLException {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (SampleAlert alert : alerts) {
            byte[] key = alert.alertId().getBytes(UTF_8);
            records.add(new ConsumerRecord<>(
                    "alerts", 0, offset++, key, alert.json().getBytes(UTF_8)));
        }
        database.jdbi().useTransaction(handle -> {
            WriteLock.take(handle);
            intake.write(handle, records);
        });
    }

    void mute(String alertId, long until) {
        database.jdbi()
                .useHandle(handle ->
                        handle.execute("UPDATE alert SET muted_until = ? WHERE alert_id = ?", until, alertId));
    }
}
