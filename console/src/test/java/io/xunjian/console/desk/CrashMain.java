package io.xunjian.console.desk;

import io.xunjian.console.feed.AlertIntake;
import io.xunjian.console.feed.TopicFeed;
import io.xunjian.console.store.AlertStore;
import io.xunjian.console.store.Database;
import io.xunjian.console.store.DatabaseSettings;
import java.time.Clock;
import java.util.List;
import java.util.Properties;

/** The process that {@link DeskCrashIT} kills: both feeds from the broker of the first argument into the database of the second. */
final class CrashMain {

    private CrashMain() {}

    public static void main(String[] args) throws InterruptedException {
        Properties client = new Properties();
        client.setProperty("bootstrap.servers", args[0]);
        Database database = Database.open(new DatabaseSettings(args[1], "sa", "", 5));
        try (Feeds feeds = Feeds.start(client, database)) {
            System.out.println("started");
            Thread.currentThread().join();
        }
    }

    /** What a console reads. */
    record Feeds(TopicFeed alerts, TopicFeed decisions) implements AutoCloseable {

        static Feeds start(Properties client, Database database) {
            DecisionIntake desk = new DecisionIntake(new Progress(), decided -> {});
            AlertIntake alerts = new AlertIntake(new AlertStore(Clock.systemUTC(), List.of(desk)), () -> {});
            return new Feeds(
                    TopicFeed.start(client, "alerts", database, alerts),
                    TopicFeed.start(client, "decisions", database, desk));
        }

        @Override
        public void close() {
            alerts.close();
            decisions.close();
        }
    }
}
