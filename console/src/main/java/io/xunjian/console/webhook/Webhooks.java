package io.xunjian.console.webhook;

import io.xunjian.console.web.Route;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells bots and programs of alerts, in a thread of its own. */
public final class Webhooks implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration LONGEST_EXCHANGE = Duration.ofSeconds(15);

    private final Dispatcher dispatcher;
    private final List<Route> routes;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    private Webhooks(Jdbi jdbi, WebhookSettings settings, InstantSource clock) {
        WebhookRows rows = new WebhookRows(jdbi, clock);
        Messages messages = new Messages(settings.publicUrl(), settings.ruleNames(), clock);
        SSLSocketFactory tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
        Delivery delivery =
                new Delivery(new Post(settings.allowed(), InetAddress::getAllByName, tls, LONGEST_EXCHANGE));
        SendingRate rate = new SendingRate(settings.mostAMinute(), clock);
        this.dispatcher = new Dispatcher(rows, new NewsQuery(jdbi, clock), messages, delivery, rate, clock);
        this.routes = new WebhookRoutes(rows, settings.allowed(), messages, delivery, rate).routes();
        this.thread = new Thread(this::run, "webhooks");
        thread.setUncaughtExceptionHandler((ended, error) -> LOG.error("Webhooks are not told any more", error));
    }

    /** Starts to look for what is new. */
    public static Webhooks start(Jdbi jdbi, WebhookSettings settings, InstantSource clock) {
        Webhooks webhooks = new Webhooks(jdbi, settings, clock);
        webhooks.thread.start();
        return webhooks;
    }

    /** For admins. */
    public List<Route> routes() {
        return routes;
    }

    /** A message that is on its way is waited for. */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!closed.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    dispatcher.dispatch();
                } catch (JdbiException e) {
                    LOG.warn("Cannot tell webhooks, trying again: {}", e.getMessage());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
