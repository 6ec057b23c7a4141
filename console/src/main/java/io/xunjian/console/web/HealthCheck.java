package io.xunjian.console.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.xunjian.console.feed.FeedState;
import io.xunjian.console.store.Newest;
import io.xunjian.console.store.RecentAlerts;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.JdbiException;

/** Looks at Kafka, the database and Flink. */
public final class HealthCheck {

    /** More than a busy hour brings in a few seconds. */
    private static final long LAGGING = 1_000;

    private final List<Supplier<FeedState>> feeds;
    private final RecentAlerts alerts;
    private final Supplier<List<String>> faults;
    private final FlinkProbe flink;

    /** @param faults that do not keep it from its work */
    public HealthCheck(
            List<Supplier<FeedState>> feeds, RecentAlerts alerts, Supplier<List<String>> faults, Optional<URI> flink) {
        this.feeds = List.copyOf(feeds);
        this.faults = faults;
        this.alerts = alerts;
        this.flink = new FlinkProbe(flink);
    }

    /** What it answers. */
    public List<Route> routes() {
        return List.of(Route.open(HandlerType.GET, "/api/health", this::answer));
    }

    /** How all is now. */
    public Health look() {
        List<FeedState> states = feeds.stream().map(Supplier::get).toList();
        boolean kafka = states.stream().allMatch(FeedState::connected);
        boolean runs = states.stream().allMatch(state -> state.failure() == null);
        long lag = states.stream().mapToLong(FeedState::lag).sum();
        Optional<Newest> newest = newest();
        String status = !kafka || !runs || newest.isEmpty() ? "DOWN" : lag > LAGGING ? "LAGGING" : "UP";
        return new Health(
                status,
                lag,
                newest.map(Newest::raisedAt).orElse(null),
                newest.map(Newest::arrivedAt).orElse(null),
                kafka,
                newest.isPresent(),
                faults.get(),
                flink.look());
    }

    private void answer(Context ctx) {
        Health health = look();
        ctx.status(health.status().equals("DOWN") ? 503 : 200).json(health);
    }

    /** Empty where the database does not answer. */
    private Optional<Newest> newest() {
        try {
            return Optional.of(alerts.newest());
        } catch (JdbiException e) {
            return Optional.empty();
        }
    }
}
