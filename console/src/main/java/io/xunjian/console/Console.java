package io.xunjian.console;

import io.xunjian.console.feed.AlertIntake;
import io.xunjian.console.feed.Hub;
import io.xunjian.console.feed.News;
import io.xunjian.console.feed.Ticker;
import io.xunjian.console.feed.TopicFeed;
import io.xunjian.console.store.AlertList;
import io.xunjian.console.store.AlertStore;
import io.xunjian.console.store.Counts;
import io.xunjian.console.store.Database;
import io.xunjian.console.store.Facets;
import io.xunjian.console.store.Groups;
import io.xunjian.console.store.Overview;
import io.xunjian.console.store.RecentAlerts;
import io.xunjian.console.store.RuleHits;
import io.xunjian.console.store.SubjectFacts;
import io.xunjian.console.web.AlertRoutes;
import io.xunjian.console.web.CsvRoute;
import io.xunjian.console.web.DeskAnswers;
import io.xunjian.console.web.HealthCheck;
import io.xunjian.console.web.Json;
import io.xunjian.console.web.Links;
import io.xunjian.console.web.OpenApi;
import io.xunjian.console.web.OverviewRoutes;
import io.xunjian.console.web.Route;
import io.xunjian.console.web.RowJson;
import io.xunjian.console.web.RuleNames;
import io.xunjian.console.web.RuleRoutes;
import io.xunjian.console.web.Stream;
import io.xunjian.console.web.SummaryRoutes;
import io.xunjian.console.web.WebServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The alert desk: a database that follows the topics, and a server over it. */
public final class Console implements AutoCloseable {

    private static final Duration BEAT = Duration.ofSeconds(5);

    private final Deque<Runnable> toClose = new ArrayDeque<>();
    private final List<Route> routes = new ArrayList<>();
    private WebServer server;

    private Console() {}

    /**
     * Starts all of it. Kafka may still be away; the database and the port must be there.
     *
     * @throws RuntimeException where they are not
     */
    public static Console start(ConsoleSettings settings) {
        Console console = new Console();
        try {
            console.open(settings);
            return console;
        } catch (RuntimeException e) {
            console.close();
            throw e;
        }
    }

    /** Where its pages are. */
    public InetSocketAddress address() {
        return server.address();
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
        Hub hub = new Hub();
        RecentAlerts recent = new RecentAlerts(database);
        RowJson rows = new RowJson(new RuleNames(settings.book()));
        News news = News.start(recent, hub, row -> Json.write(rows.of(row)));
        toClose.push(news::close);
        AlertIntake intake = new AlertIntake(new AlertStore(clock, List.of()), news::wake);
        TopicFeed alerts = TopicFeed.start(settings.client(), settings.topic("alerts"), database, intake);
        toClose.push(alerts::close);

        HealthCheck health = new HealthCheck(() -> List.of(alerts.state()), recent, settings.flink());
        Stream stream = new Stream(hub, ctx -> true);
        Ticker beat = Ticker.start("health", BEAT, () -> stream.beat(Json.write(health.look())));
        toClose.push(beat::close);

        routes.addAll(alerts(settings, database, counts, clock, health));
        routes.addAll(stream.routes());
        routes.addAll(health.routes());
        routes.addAll(OpenApi.routes());
        server = WebServer.start(
                new InetSocketAddress(settings.host(), settings.port()), routes, ctx -> {}, (ctx, needed) -> {});
        toClose.push(server::close);
        toClose.push(stream::end);
    }

    private static List<Route> alerts(
            ConsoleSettings settings, Database database, Counts counts, Clock clock, HealthCheck health) {
        AlertList list = new AlertList(database, counts, clock);
        RuleNames names = new RuleNames(settings.book());
        Links links = new Links(
                settings.topic("alerts"), settings.flink().map(URI::toString).orElse(null));
        DeskAnswers desk = NoDesk.ANSWERS;
        List<Route> routes = new ArrayList<>();
        routes.addAll(new CsvRoute(list, names).routes());
        routes.addAll(new AlertRoutes(list, new RecentAlerts(database), new RowJson(names), desk, links).routes());
        routes.addAll(new SummaryRoutes(
                        new Facets(database, counts, clock),
                        new Groups(database, clock),
                        new SubjectFacts(database),
                        desk)
                .routes());
        routes.addAll(new OverviewRoutes(new Overview(database, counts, clock), health, clock).routes());
        routes.addAll(new RuleRoutes(settings.book(), new RuleHits(counts)).routes());
        return routes;
    }

    @Override
    public void close() {
        while (!toClose.isEmpty()) {
            toClose.pop().run();
        }
    }
}
