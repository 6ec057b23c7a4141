package io.xunjian.cluster.supervised;

import java.nio.file.Path;
import java.util.List;

/**
 * A process of the cluster, and how it is run.
 *
 * @param name that of its log too
 * @param ports that it listens on
 * @param memory MiB that it is given: of a JVM that is not Flink's, the heap
 * @param options of its JVM
 * @param main takes the id of the process to end with, then the arguments
 */
record Part(
        String name,
        List<Integer> ports,
        int memory,
        List<String> options,
        List<Path> classPath,
        String main,
        List<String> arguments,
        Path directory) {}
