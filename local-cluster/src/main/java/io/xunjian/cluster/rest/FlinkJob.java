package io.xunjian.cluster.rest;

import org.apache.flink.api.common.JobStatus;

/**
 * A job of a cluster.
 *
 * @param startedAt epoch ms
 */
public record FlinkJob(String id, String name, JobStatus status, long startedAt) {

    /** Whether it has not come to its end. */
    public boolean isAlive() {
        return !status.isGloballyTerminalState();
    }
}
