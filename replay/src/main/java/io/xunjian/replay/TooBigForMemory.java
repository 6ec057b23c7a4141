package io.xunjian.replay;

/** The history does not fit in this machine's memory: it is one for a stream engine with state on disk. */
public final class TooBigForMemory extends Exception {

    TooBigForMemory(long heapBytes) {
        super("The history does not fit in " + (heapBytes >> 20) + " MiB of memory.");
    }
}
