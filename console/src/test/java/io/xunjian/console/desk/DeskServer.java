package io.xunjian.console.desk;

import io.javalin.http.Context;
import io.xunjian.console.access.GuardedServer;
import io.xunjian.console.access.MovableClock;
import io.xunjian.console.access.Visitor;
import io.xunjian.console.feed.AlertIntake;
import io.xunjian.console.feed.TopicFeed;
import io.xunjian.console.store.AlertStore;
import io.xunjian.console.store.Database;
import io.xunjian.console.store.DatabaseSettings;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** A console with a database of its own: both feeds, and the desk's routes behind the gate. A filter is a rule's code. */
final class DeskServer implements AutoCloseable {

    private final Database database =
            Database.open(new DatabaseSettings("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "", 10));
    private final Jdbi jdbi = database.jdbi();
    private final MovableClock clock = new MovableClock();
    private final DecisionLog log;
    private final TopicFeed alerts;
    private final TopicFeed decisions;
    private final GuardedServer server;

    DeskServer(Properties client) {
        this(client, client);
    }

    /** Reads from one Kafka and writes to another one. */
    DeskServer(Properties readFrom, Properties writeTo) {
        Progress progress = new Progress();
        DecisionIntake intake = new DecisionIntake(progress, decided -> {});
        AlertStore store = new AlertStore(Clock.systemUTC(), List.of(intake));
        log = new DecisionLog(writeTo, "decisions");
        alerts = TopicFeed.start(readFrom, "alerts", database, new AlertIntake(store, () -> {}));
        decisions = TopicFeed.start(readFrom, "decisions", database, intake);
        server = GuardedServer.start(
                jdbi, clock, Desks.routes(jdbi, log, progress, this::ofRule, name -> !name.equals("viewer"), clock));
    }

    Visitor signedIn(String name) throws IOException, InterruptedException {
        return server.signedIn(name);
    }

    void awaitAlerts(int count) {
        long giveUpAt = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (count("TRUE") < count) {
            if (System.nanoTime() - giveUpAt > 0) {
                throw new IllegalStateException("only " + count("TRUE") + " alerts arrived");
            }
            Thread.onSpinWait();
        }
    }

    /** How many alerts are so. */
    int count(String condition) {
        return one("SELECT COUNT(*) FROM alert WHERE " + condition, Integer.class);
    }

    long decisions() {
        return one("SELECT COUNT(*) FROM decision", Long.class);
    }

    /** As {@code state assignee outcome}. */
    String alert(String alertId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT desk_state, assignee, outcome FROM alert WHERE alert_id = ?")
                        .bind(0, alertId)
                        .map((row, ctx) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
                        .one());
    }

    /** All that the desk has made. */
    Map<String, List<Map<String, Object>>> tables() {
        return new Topics(database).tables();
    }

    private List<String> ofRule(Context ctx, String ruleCode, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT alert_id FROM alert WHERE rule_code = ? OR ? = '' ORDER BY alert_no LIMIT ?")
                .bind(0, ruleCode)
                .bind(1, ruleCode)
                .bind(2, limit)
                .mapTo(String.class)
                .list());
    }

    private <T> T one(String sql, Class<T> type) {
        return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(type).one());
    }

    @Override
    public void close() {
        server.close();
        alerts.close();
        decisions.close();
        log.close();
        database.close();
    }
}
