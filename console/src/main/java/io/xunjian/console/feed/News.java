package io.xunjian.console.feed;

import io.xunjian.console.store.AlertRow;
import io.xunjian.console.store.Database;
import io.xunjian.console.store.RecentAlerts;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes states that were written to the database since it last looked, by whichever console. */
public final class News implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(News.class);
    private static final long LOOK_MS = 1_000;
    private static final int MOST = 500;

    private final RecentAlerts recent;
    private final Hub hub;
    private final Function<AlertRow, String> json;
    private final ScheduledExecutorService thread;
    private final AtomicBoolean isWoken = new AtomicBoolean();
    private final ScheduledFuture<?> looking;
    private long seen;

    /**
     * Begins to look.
     *
     * @param json what the page gets of an alert
     * @param thread where it looks
     */
    public News(Database database, Hub hub, Function<AlertRow, String> json, ScheduledExecutorService thread) {
        this.recent = new RecentAlerts(database);
        this.hub = hub;
        this.json = json;
        this.thread = thread;
        this.seen = recent.lastSeq();
        hub.beginAfter(seen);
        this.looking = thread.scheduleWithFixedDelay(this::look, LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
    }

    /** Looks soon. */
    public void wake() {
        if (isWoken.compareAndSet(false, true)) {
            thread.execute(this::look);
        }
    }

    private void look() {
        isWoken.set(false);
        try {
            publish();
        } catch (JdbiException e) {
            LOG.warn("Cannot look for news, trying again: {}", e.getMessage());
        }
    }

    private void publish() {
        long last = recent.lastSeq();
        if (last - seen > MOST) {
            hub.reset(last);
        } else if (last > seen) {
            List<AlertRow> rows = recent.after(seen, last);
            rows.forEach(row -> hub.alert(row.seq(), json.apply(row)));
        } else if (last < seen) {
            hub.reset(last);
        }
        seen = last;
    }

    @Override
    public void close() {
        looking.cancel(false);
    }
}
