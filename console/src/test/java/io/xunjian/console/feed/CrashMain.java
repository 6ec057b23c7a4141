package io.xunjian.console.feed;

import io.xunjian.console.store.AlertStore;
import io.xunjian.console.store.Database;
import io.xunjian.console.store.DatabaseSettings;
import java.time.Clock;
import java.util.List;
import java.util.Properties;

/** The process that {@link FeedCrashIT} kills: a feed into the database of the second argument, from the broker of the first. */
final class CrashMain {

    private CrashMain() {}

    public static void main(String[] args) throws InterruptedException {
        Properties client = new Properties();
        client.setProperty("bootstrap.servers", args[0]);
        Database database = Database.open(new DatabaseSettings(args[1], args[2], "", 5));
        AlertIntake intake = new AlertIntake(new AlertStore(Clock.systemUTC(), List.of()), () -> {});
        System.out.println("started");
        try (TopicFeed feed = TopicFeed.start(client, "alerts", database, intake)) {
            Thread.currentThread().join();
        }
    }
}
