package io.xunjian.console.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Stands still until it is moved. */
public final class MovableClock implements InstantSource {

    /** When it begins. */
    public static final Instant NOON = Instant.parse("2025-06-01T04:00:00Z");

    private volatile Instant now = NOON;

    public void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
