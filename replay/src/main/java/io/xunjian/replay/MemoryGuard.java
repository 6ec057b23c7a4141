package io.xunjian.replay;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the bytes that facts take, and refuses what the heap could not hold. To run into the end of the heap instead
 * would leave no memory to say so.
 */
final class MemoryGuard {

    /** The rest is for events on their way, for what is found, and for what the garbage collector keeps apart. */
    private static final double SHARE_OF_HEAP = 0.6;

    private final long heap = Runtime.getRuntime().maxMemory();
    private final AtomicLong held = new AtomicLong();

    /** Is asked before so many bytes more are taken. */
    void take(long bytes) throws TooBigForMemory {
        if (held.addAndGet(bytes) > SHARE_OF_HEAP * heap) {
            throw new TooBigForMemory(heap);
        }
    }

    void giveBack(long bytes) {
        held.addAndGet(-bytes);
    }
}
