package io.xunjian.cluster.traffic;

import java.util.concurrent.TimeUnit;

/** Every minute, on every partition of every stream. */
final class Heartbeats implements Activity {

    private static final long INTERVAL = TimeUnit.MINUTES.toMillis(1);

    private final Outbox outbox;

    Heartbeats(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void live(Hour hour) {
        for (long at = hour.from(); at < hour.until(); at += INTERVAL) {
            outbox.postHeartbeats(at);
        }
    }
}
