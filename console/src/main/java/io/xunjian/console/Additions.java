package io.xunjian.console;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.xunjian.console.feed.FeedState;
import io.xunjian.console.feed.Hub;
import io.xunjian.console.store.AlertArrived;
import io.xunjian.console.store.AlertList;
import io.xunjian.console.store.AlertRow;
import io.xunjian.console.store.Database;
import io.xunjian.console.web.DeskAnswers;
import io.xunjian.console.web.Gate;
import io.xunjian.console.web.Route;
import java.time.Clock;
import java.util.List;
import java.util.Map;
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
 * @param closing what to close, in this order
 */
record Additions(
        List<AlertArrived> hooks,
        DeskAnswers answers,
        List<Route> routes,
        Handler first,
        Gate gate,
        Predicate<Context> stillPasses,
        List<Supplier<FeedState>> feeds,
        List<Runnable> closing) {

    /** Starts them. */
    static Additions start(ConsoleSettings settings, Database database, Hub hub, AlertList list, Clock clock) {
        return new Additions(
                List.of(),
                new NoAnswers(),
                List.of(),
                ctx -> {},
                (ctx, needed) -> {},
                ctx -> true,
                List.of(),
                List.of());
    }

    /** Where nobody decides. */
    private record NoAnswers() implements DeskAnswers {

        @Override
        public List<Map<String, Object>> decisions(AlertRow row) {
            return List.of();
        }

        @Override
        public List<Map<String, Object>> mutes(String subjectType, String subjectId) {
            return List.of();
        }
    }
}
