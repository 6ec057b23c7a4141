package io.xunjian.cluster;

/** Ends this process when its parent is gone: looks every second, and leaves ten seconds for an orderly end. */
final class EndWithParent {

    private static final int CODE = 3;

    private EndWithParent() {}

    static void watch(long parent) {
        inBackground("end-with-parent", () -> {
            while (ProcessHandle.of(parent).filter(ProcessHandle::isAlive).isPresent()) {
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
