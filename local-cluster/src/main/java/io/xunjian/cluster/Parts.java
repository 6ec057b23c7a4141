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

    /** Ends a part. */
    @FunctionalInterface
    interface Ending {
        void end() throws InterruptedException;
    }

    private final PrintStream out;
    private final Deque<Ending> started = new ArrayDeque<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    Parts(PrintStream out) {
        this.out = out;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "end"));
    }

    /** To be done at the end, before what was kept earlier. */
    void keep(Ending ending) {
        synchronized (started) {
            started.push(ending);
        }
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
    private boolean end(Ending part) {
        try {
            part.end();
        } catch (InterruptedException e) {
            return false;
        } catch (
                RuntimeException e) { // the others are to be ended all the same; the user is told, the log has the rest
            LOG.warn("A part did not end in order", e);
            out.println("xunjian: something did not end in order: " + e);
        }
        return true;
    }
}
