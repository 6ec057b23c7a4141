package io.xunjian.doctor;

import java.nio.file.Path;
import java.util.Map;

/**
 * How a live job is to be started.
 *
 * @param rules the folder of rule files, {@code null} for the built-in ones alone
 * @param properties the file of client settings, {@code null} for none
 * @param cluster Flink's REST, {@code null} where the job runs on this machine
 * @param parallelism 0 for the cluster's own
 * @param from a savepoint or checkpoint, {@code null} for a new beginning
 * @param isForgetful whether state that has no place any more is left behind
 * @param replaced the job that makes room for this one, {@code null} for none
 * @param data where a job on this machine keeps its checkpoints
 * @param port of Flink's page on this machine, 0 for any
 */
public record Plan(
        Path rules,
        Path properties,
        String cluster,
        int parallelism,
        String from,
        boolean isForgetful,
        String replaced,
        Path data,
        int port) {

    /**
     * A new beginning on this machine.
     *
     * @param parameters of the job, as {@link io.xunjian.jobs.WatchJob#parameters} has them
     */
    public static Plan here(Map<String, String> parameters, Path data, int port) {
        return new Plan(
                path(parameters.get("rules")),
                path(parameters.get("kafka-properties")),
                null,
                0,
                null,
                false,
                null,
                data,
                port);
    }

    /** The same on a cluster. */
    public Plan on(String address, int parts) {
        return new Plan(rules, properties, address, parts, from, isForgetful, replaced, data, port);
    }

    /** The same from a savepoint, {@code null} for none. */
    public Plan from(String savepoint, boolean leavesBehind) {
        return new Plan(rules, properties, cluster, parallelism, savepoint, leavesBehind, replaced, data, port);
    }

    /** The same in the place of a job. */
    public Plan inPlaceOf(String job) {
        return new Plan(rules, properties, cluster, parallelism, from, isForgetful, job, data, port);
    }

    private static Path path(String text) {
        return text == null ? null : Path.of(text);
    }
}
