package io.xunjian.cluster;

import java.util.Optional;

/** Ends this process when its parent is gone: looks every second, and leaves ten seconds for an orderly end. */
public final class EndWithParent {

    private static final int CODE = 3;

    private EndWithParent() {}

    /** Begins to look. A process that gets the parent's id later on is not taken for it. */
    public static void watch(long parent) {
        Optional<ProcessHandle> process = ProcessHandle.of(parent);
        inBackground("end-with-parent", () -> {
            while (process.isPresent() && process.get().isAlive()) {
                pause(1_000);
            }
            inBackground("end-at-once", () -> {
                pause(10_000);
                Runtime.getRuntime().halt(CODE);
            });
            System.exit(CODE);
        });
    }

    private static void inBackground(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts this thread", e);
        }
    }
}
