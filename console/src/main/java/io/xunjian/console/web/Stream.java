package io.xunjian.console.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.ServiceUnavailableResponse;
import io.xunjian.console.access.Role;
import io.xunjian.console.feed.Hub;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** News as server-sent events. No listener has a thread of its own. */
public final class Stream {

    private static final int MOST = 1_000;

    private final Hub hub;
    private final Predicate<Context> stillPasses;
    private final Set<StreamClient> clients = ConcurrentHashMap.newKeySet();

    /**
     * Makes the stream.
     *
     * @param stillPasses whether who listens is still signed in
     */
    public Stream(Hub hub, Predicate<Context> stillPasses) {
        this.hub = hub;
        this.stillPasses = stillPasses;
    }

    /** What it answers. */
    public List<Route> routes() {
        return List.of(Route.of(HandlerType.GET, "/api/stream", Role.VIEWER, this::open));
    }

    /** Tells everybody how the console is, and parts with those who are signed out. To be called every few seconds. */
    public void beat(String health) {
        clients.stream().filter(client -> !client.mayListen(stillPasses)).forEach(StreamClient::end);
        hub.passing("health", health);
    }

    /** Parts with everybody. */
    public void end() {
        clients.forEach(StreamClient::end);
    }

    private void open(Context ctx) throws IOException {
        if (clients.size() >= MOST) {
            throw new ServiceUnavailableResponse("too many listen already");
        }
        OptionalLong lastSeq = lastSeq(ctx);
        ctx.res().setContentType("text/event-stream");
        ctx.res().setCharacterEncoding("utf-8");
        ctx.res().setHeader("X-Accel-Buffering", "no");
        StreamClient client = new StreamClient(ctx, hub::leave, this::close);
        ctx.future(() -> {
            clients.add(client);
            client.start();
            hub.listen(client, lastSeq);
            return client.ended();
        });
    }

    private void close(StreamClient client) {
        hub.leave(client);
        clients.remove(client);
    }

    private static OptionalLong lastSeq(Context ctx) {
        String id = ctx.header("Last-Event-ID");
        return id != null && id.matches("[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(id)) : OptionalLong.empty();
    }
}
