package io.xunjian.console;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.xunjian.console.access.Access;
import io.xunjian.console.access.AccessSettings;
import io.xunjian.console.desk.DecisionHistory;
import io.xunjian.console.desk.DecisionIntake;
import io.xunjian.console.desk.DecisionLog;
import io.xunjian.console.desk.DecisionTopicWatch;
import io.xunjian.console.desk.Desks;
import io.xunjian.console.desk.Progress;
import io.xunjian.console.feed.FeedState;
import io.xunjian.console.feed.Hub;
import io.xunjian.console.feed.TopicFeed;
import io.xunjian.console.store.AlertArrived;
import io.xunjian.console.store.AlertList;
import io.xunjian.console.store.Database;
import io.xunjian.console.web.DeskAnswers;
import io.xunjian.console.web.Gate;
import io.xunjian.console.web.Json;
import io.xunjian.console.web.Route;
import io.xunjian.console.web.RuleNames;
import io.xunjian.console.webhook.AllowedHosts;
import io.xunjian.console.webhook.WebhookSettings;
import io.xunjian.console.webhook.Webhooks;
import io.xunjian.rules.book.RuleBook;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What the desk, the sign-in and the webhooks add to the console.
 *
 * @param hooks told of alerts in the transaction that writes them
 * @param answers what the desk knows of alerts and subjects
 * @param first run before every request
 * @param gate asked before every answer
 * @param stillPasses whether who opened a long answer is still signed in
 * @param feeds how their feeds are
 * @param faults by which the topic of decisions would lose some
 * @param closing what to close, in this order
 * @param firstPassword of {@code admin}, where this start made it
 */
record Additions(
        List<AlertArrived> hooks,
        DeskAnswers answers,
        List<Route> routes,
        Handler first,
        Gate gate,
        Predicate<Context> stillPasses,
        List<Supplier<FeedState>> feeds,
        Supplier<List<String>> faults,
        List<Runnable> closing,
        Optional<String> firstPassword) {

    /** Starts them. */
    static Additions start(
            ConsoleSettings settings,
            Supplier<RuleBook> book,
            Database database,
            Hub hub,
            AlertList list,
            Clock clock) {
        Access access = Access.open(database.jdbi(), accessSettings(settings), clock);
        String topic = settings.topic("decisions");
        Progress progress = new Progress();
        DecisionIntake intake = new DecisionIntake(progress, decided -> hub.decision(Json.write(decided.json())));
        TopicFeed feed = TopicFeed.start(settings.client(), topic, database, intake);
        DecisionTopicWatch watch = DecisionTopicWatch.start(settings.client(), topic);
        DecisionLog log = new DecisionLog(settings.client(), topic);
        Webhooks webhooks = Webhooks.start(database.jdbi(), webhookSettings(settings, book), clock);
        List<Route> routes = new ArrayList<>(access.routes());
        routes.addAll(
                Desks.routes(database.jdbi(), log, progress, new Selected(list), access.accounts()::decides, clock));
        routes.addAll(webhooks.routes());
        return new Additions(
                List.of(intake),
                new DecisionHistory(database.jdbi(), clock),
                routes,
                access::before,
                access.gate(),
                access::stillPasses,
                List.of(feed::state),
                watch::faults,
                List.of(webhooks::close, watch::close, log::close, feed::close),
                access.firstPassword());
    }

    private static AccessSettings accessSettings(ConsoleSettings settings) {
        AuthSettings auth = settings.auth();
        String version = Optional.ofNullable(Console.class.getPackage().getImplementationVersion())
                .orElse("dev");
        return auth.byProxy()
                ? AccessSettings.proxy(
                        settings.host(),
                        settings.publicUrl(),
                        auth.userHeader(),
                        auth.roleHeader(),
                        auth.proxies(),
                        version)
                : AccessSettings.local(settings.host(), settings.publicUrl(), version);
    }

    private static WebhookSettings webhookSettings(ConsoleSettings settings, Supplier<RuleBook> book) {
        return new WebhookSettings(
                AllowedHosts.of(settings.webhookHosts()),
                settings.publicUrl(),
                new RuleNames(book)::newest,
                WebhookSettings.USUAL_A_MINUTE);
    }
}
