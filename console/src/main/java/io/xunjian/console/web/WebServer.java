package io.xunjian.console.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.net.InetSocketAddress;
import java.util.List;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP server: routes behind a gate, and the page. */
public final class WebServer implements AutoCloseable {

    private static final int THREADS = 32;
    private static final long LARGEST_BODY = 1 << 20;

    private final Javalin javalin;
    private final InetSocketAddress address;

    private WebServer(Javalin javalin, InetSocketAddress address) {
        this.javalin = javalin;
        this.address = address;
    }

    /**
     * Starts to answer.
     *
     * @param address port 0 takes a free one
     * @param first run for every request before anything else
     * @param gate asked before every answer, also before the page's files
     * @throws io.javalin.util.JavalinBindException where the port is taken
     */
    public static WebServer start(InetSocketAddress address, List<Route> routes, Handler first, Gate gate) {
        Javalin javalin = Javalin.create(config -> {
            configure(config, address);
            config.routes.before(first);
            answer(config, routes, gate);
        });
        javalin.start();
        return new WebServer(javalin, new InetSocketAddress(address.getHostString(), javalin.port()));
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return address;
    }

    private static void configure(JavalinConfig config, InetSocketAddress address) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.maxRequestSize = LARGEST_BODY;
        config.jetty.host = address.getHostString();
        config.jetty.port = address.getPort();
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 4);
        threads.setName("web");
        config.jetty.threadPool = threads;
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            // Else a value is answered from the cache in the letters of the one before: another cookie, another token.
            http.setHeaderCacheCaseSensitive(true);
        });
        config.jsonMapper(new Json());
        Errors.register(config.routes);
    }

    private static void answer(JavalinConfig config, List<Route> routes, Gate gate) {
        for (Route route : routes) {
            config.routes.addHttpHandler(route.method(), route.path(), ctx -> {
                ctx.header("Cache-Control", "no-store");
                gate.check(ctx, route.needed());
                route.handler().handle(ctx);
            });
        }
        pages(config, gate);
    }

    /** Last, as the first route that matches answers. */
    private static void pages(JavalinConfig config, Gate gate) {
        StaticPages pages = new StaticPages();
        for (HandlerType method : List.of(HandlerType.GET, HandlerType.HEAD)) {
            Route route = Route.open(method, "/*", pages);
            config.routes.addHttpHandler(route.method(), route.path(), ctx -> {
                gate.check(ctx, route.needed());
                route.handler().handle(ctx);
            });
        }
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
