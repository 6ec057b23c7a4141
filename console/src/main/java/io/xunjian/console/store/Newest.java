package io.xunjian.console.store;

/**
 * The newest that the database has, epoch ms; null where it has no alert.
 *
 * @param raisedAt of the alert that was raised last
 * @param arrivedAt when the newest state arrived
 */
public record Newest(Long raisedAt, Long arrivedAt) {}
