package io.xunjian.console;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.javalin.util.JavalinBindException;
import io.xunjian.console.book.LiveBook;
import io.xunjian.console.book.PublishedRules;
import io.xunjian.console.feed.AlertIntake;
import io.xunjian.console.feed.FeedState;
import io.xunjian.console.feed.Hub;
import io.xunjian.console.feed.News;
import io.xunjian.console.feed.Ticker;
import io.xunjian.console.feed.TopicFeed;
import io.xunjian.console.store.AlertList;
import io.xunjian.console.store.AlertStore;
import io.xunjian.console.store.Counts;
import io.xunjian.console.store.Database;
import io.xunjian.console.store.RecentAlerts;
import io.xunjian.console.web.HealthCheck;
import io.xunjian.console.web.Json;
import io.xunjian.console.web.OpenApi;
import io.xunjian.console.web.Route;
import io.xunjian.console.web.RowJson;
import io.xunjian.console.web.RuleNames;
import io.xunjian.console.web.Stream;
import io.xunjian.console.web.WebServer;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.flywaydb.core.api.FlywayException;

/** The alert desk: a database that follows the topics, and a server over it. */
public final class Console implements AutoCloseable {

    private static final Duration BEAT = Duration.ofSeconds(5);

    private final Deque<Runnable> toClose = new ArrayDeque<>();
    private final List<Route> routes = new ArrayList<>();
    private WebServer server;
    private Optional<String> firstPassword = Optional.empty();

    private Console() {}

    /**
     * Starts all of it. Kafka may still be away; the database and the port must be there.
     *
     * @throws CannotOpen where they are not
     */
    public static Console start(ConsoleSettings settings) {
        Console console = new Console();
        try {
            console.open(settings);
            return console;
        } catch (PoolInitializationException | FlywayException e) {
            console.close();
            throw new CannotOpen(
                    "The database " + settings.database() + " cannot be used: " + firstLine(e) + " See --db.", e);
        } catch (JavalinBindException e) {
            console.close();
            throw new CannotOpen(
                    "Port " + settings.port()
                            + " (console) is in use by another program. Stop it, or choose another with" + " --port.",
                    e);
        } catch (RuntimeException e) {
            console.close();
            throw e;
        }
    }

    private static String firstLine(Exception failure) {
        return failure.getMessage().lines().findFirst().orElse("");
    }

    /** Where its pages are. */
    public InetSocketAddress address() {
        return server.address();
    }

    /** Of {@code admin}, where this start made it. It is kept nowhere else. */
    public Optional<String> firstPassword() {
        return firstPassword;
    }

    /** What it answers beside the page's files. */
    List<Route> routes() {
        return List.copyOf(routes);
    }

    private void open(ConsoleSettings settings) {
        Clock clock = Clock.systemUTC();
        Database database = Database.open(settings.database());
        toClose.push(database::close);
        Counts counts = new Counts(database, clock);
        AlertList list = new AlertList(database, counts, clock);
        Hub hub = new Hub();
        LiveBook book = new LiveBook(settings.files(), database.jdbi());
        TopicFeed rules = TopicFeed.start(
                settings.client(), settings.topic("rules-in-force"), database, new PublishedRules(book));
        toClose.push(rules::close);
        Additions additions = Additions.start(settings, book, database, hub, list, clock);
        firstPassword = additions.firstPassword();
        toClose.push(() -> additions.closing().forEach(Runnable::run));

        RecentAlerts recent = new RecentAlerts(database);
        RowJson rows = new RowJson(new RuleNames(book));
        News news = News.start(recent, hub, row -> Json.write(rows.of(row)));
        toClose.push(news::close);
        AlertIntake intake = new AlertIntake(new AlertStore(clock, additions.hooks()), news::wake);
        TopicFeed alerts = TopicFeed.start(settings.client(), settings.topic("alerts"), database, intake);
        toClose.push(alerts::close);

        List<Supplier<FeedState>> feeds = new ArrayList<>(additions.feeds());
        feeds.add(alerts::state);
        feeds.add(rules::state);
        HealthCheck health = new HealthCheck(feeds, recent, additions.faults(), settings.flink());
        Stream stream = new Stream(hub, additions.stillPasses());
        Ticker beat = Ticker.start("health", BEAT, () -> stream.beat(Json.write(health.look())));
        toClose.push(beat::close);

        routes.addAll(AlertAnswers.routes(settings, book, database, counts, list, additions.answers(), health, clock));
        routes.addAll(stream.routes());
        routes.addAll(health.routes());
        routes.addAll(OpenApi.routes());
        routes.addAll(additions.routes());
        server = WebServer.start(
                new InetSocketAddress(settings.host(), settings.port()), routes, additions.first(), additions.gate());
        toClose.push(server::close);
        toClose.push(stream::end);
    }

    @Override
    public void close() {
        while (!toClose.isEmpty()) {
            toClose.pop().run();
        }
    }
}
