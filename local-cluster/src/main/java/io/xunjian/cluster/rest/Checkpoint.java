package io.xunjian.cluster.rest;

/**
 * A completed checkpoint of a job.
 *
 * @param path where it lies
 * @param completedAt epoch ms
 */
public record Checkpoint(long id, String path, long completedAt) {}
