package io.xunjian.console.feed;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a task every so often, and at once when woken, in a thread of its own. A task that throws is not run again. */
public final class Ticker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);

    private final Duration every;
    private final Runnable task;
    private final Semaphore wakes = new Semaphore(0);
    private final Thread thread;
    private volatile boolean isClosed;

    private Ticker(String name, Duration every, Runnable task) {
        this.every = every;
        this.task = task;
        this.thread = new Thread(this::run, name);
        thread.setUncaughtExceptionHandler((failed, error) -> LOG.error("{} ended", name, error));
    }

    /** Starts it; the first run is when the time has passed once. */
    public static Ticker start(String name, Duration every, Runnable task) {
        Ticker ticker = new Ticker(name, every, task);
        ticker.thread.start();
        return ticker;
    }

    /** Runs the task soon; several calls before it begins are one. */
    public void wake() {
        wakes.release();
    }

    @Override
    public void close() {
        isClosed = true;
        wakes.release();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!isClosed) {
                boolean isWoken = wakes.tryAcquire(every.toMillis(), TimeUnit.MILLISECONDS);
                if (isWoken) {
                    wakes.drainPermits();
                }
                if (!isClosed) {
                    task.run();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
