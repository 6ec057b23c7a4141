package io.xunjian.replay;

import java.util.List;

/** Into how many partitions a history is divided. */
final class Partitioning {

    /** Of the events' files; joined, it is some MiB of facts, about what a core's cache holds. */
    private static final long BYTES_PER_PARTITION = 2L << 20;

    /** How much larger than its file a compressed history is. */
    private static final int COMPRESSION = 10;

    private static final int LEAST = 16;
    private static final int MOST = 4096;

    private Partitioning() {}

    /** A power of two. */
    static int countFor(List<Part> parts) {
        long bytes = 0;
        for (Part part : parts) {
            bytes += part.bytes() * (part.isCompressed() ? COMPRESSION : 1);
        }
        long wanted = Math.max(LEAST, Math.min(MOST, bytes / BYTES_PER_PARTITION));
        return Integer.highestOneBit((int) wanted);
    }
}
