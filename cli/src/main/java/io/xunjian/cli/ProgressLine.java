package io.xunjian.cli;

import io.xunjian.replay.Progress;
import java.io.PrintStream;

/** One line of a terminal that says how far a backtest has come: records, and what is known of rate, share and time. */
final class ProgressLine implements Progress, AutoCloseable {

    private static final long EVERY_NANOS = 200_000_000;

    private final PrintStream terminal;
    private final long start = System.nanoTime();
    private long shownAt = start;
    private boolean isShown;

    /** @param terminal {@code null} for no line at all */
    ProgressLine(PrintStream terminal) {
        this.terminal = terminal;
    }

    @Override
    public synchronized void read(long bytes, long ofBytes, long records) {
        long now = System.nanoTime();
        if (terminal == null || now - shownAt < EVERY_NANOS) {
            return;
        }
        shownAt = now;
        isShown = true;
        double seconds = (now - start) / 1e9;
        double share = (double) bytes / ofBytes;
        terminal.printf(
                "\r%,d records  %,.0f/s  %.0f %%  %.0f s left \u001b[K",
                records, records / seconds, share * 100, seconds / share - seconds);
    }

    /** Without knowing how many there are. */
    synchronized void read(long records) {
        if (terminal != null) {
            isShown = true;
            terminal.printf("\r%,d records  %.0f s \u001b[K", records, (System.nanoTime() - start) / 1e9);
        }
    }

    @Override
    public synchronized void close() {
        if (isShown) {
            terminal.print("\r\u001b[K");
        }
    }
}
