package io.xunjian.console.feed;

import io.xunjian.console.store.AlertRow;
import io.xunjian.console.store.RecentAlerts;
import java.time.Duration;
import java.util.function.Function;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes states that were written to the database since it last looked, by whichever console. */
public final class News implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(News.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** More than this at once nobody reads one by one. */
    private static final int MOST = 500;

    private final RecentAlerts recent;
    private final Hub hub;
    private final Function<AlertRow, String> json;
    private final Ticker ticker;
    private long seen;

    private News(RecentAlerts recent, Hub hub, Function<AlertRow, String> json) {
        this.recent = recent;
        this.hub = hub;
        this.json = json;
        this.seen = recent.lastSeq();
        hub.beginAfter(seen);
        this.ticker = Ticker.start("news", LOOK, this::look);
    }

    /**
     * Begins to look.
     *
     * @param json what the page gets of an alert, on one line
     */
    public static News start(RecentAlerts recent, Hub hub, Function<AlertRow, String> json) {
        return new News(recent, hub, json);
    }

    /** Looks soon. */
    public void wake() {
        ticker.wake();
    }

    private void look() {
        try {
            publish();
        } catch (JdbiException e) {
            LOG.warn("Cannot look for news, trying again: {}", e.getMessage());
        }
    }

    private void publish() {
        long last = recent.lastSeq();
        if (last < seen || last - seen > MOST) {
            hub.reset(last);
        } else if (last > seen) {
            recent.after(seen, last).forEach(row -> hub.alert(row.seq(), json.apply(row)));
        }
        seen = last;
    }

    @Override
    public void close() {
        ticker.close();
    }
}
