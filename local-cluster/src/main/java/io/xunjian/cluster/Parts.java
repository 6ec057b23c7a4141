package io.xunjian.cluster;

import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was started, to be ended in the opposite order: at the end of a try, and when the process is asked to end. */
final class Parts implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);
    private static final long LOOK_EVERY_MS = 500;

    /** Looks whether all still runs. */
    @FunctionalInterface
    interface Check {
        /** Throws {@link CannotStart}, with the reason, if not. */
        void run() throws Exception;
    }

    private final PrintStream out;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    Parts(PrintStream out) {
        this.out = out;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "end"));
    }

    <T extends AutoCloseable> T keep(T part) {
        synchronized (started) {
            started.push(part);
        }
        return part;
    }

    /** Waits until all is ended, and looks meanwhile. */
    void awaitEnd(Check check) throws Exception {
        while (!ended.await(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
            check.run();
        }
    }

    /**
     * May be called twice, and by two threads: the second waits for the first. Ends every part, whatever becomes of one; an
     * interrupt is kept until the last has ended.
     */
    @Override
    public void close() {
        ended.countDown();
        boolean isInterrupted = false;
        synchronized (started) {
            while (!started.isEmpty()) {
                isInterrupted |= !end(started.pop());
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends a part; {@code false} where it was interrupted. */
    private boolean end(AutoCloseable part) {
        try {
            part.close();
        } catch (InterruptedException e) {
            return false;
        } catch (Exception e) { // AutoCloseable promises no less; the user is told, the log has the rest
            LOG.warn("A part did not end in order", e);
            out.println("xunjian: something did not end in order: " + e);
        }
        return true;
    }
}
