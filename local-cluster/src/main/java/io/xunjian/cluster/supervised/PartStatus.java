package io.xunjian.cluster.supervised;

import java.util.List;

/**
 * What is known of a part.
 *
 * @param pid of its process, or of the last one
 * @param memory MiB that it is given
 * @param startedAt epoch ms
 * @param restarts how often it was started again
 * @param lastEnd how the process before it ended, {@code null} for none
 */
public record PartStatus(
        String name,
        long pid,
        List<Integer> ports,
        int memory,
        long startedAt,
        int restarts,
        Health health,
        String lastEnd) {}
