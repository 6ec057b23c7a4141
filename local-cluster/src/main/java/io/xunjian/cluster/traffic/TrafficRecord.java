package io.xunjian.cluster.traffic;

import io.xunjian.rules.event.Stream;

/**
 * What a producer of the marketplace sends.
 *
 * @param partition where to, {@link #BY_KEY} where the key decides
 * @param key {@code null} for a heartbeat
 * @param value one event in JSON, or what a faulty producer takes for one; never has a line feed
 * @param eventTime epoch milliseconds of simulated time: when it happened
 * @param sentAt epoch milliseconds of simulated time: when it is sent, never before it happened
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
public record TrafficRecord(
        Stream stream, int partition, String key, byte[] value, long eventTime, long sentAt, Kind kind) {

    public static final int BY_KEY = -1;

    public enum Kind {
        FACT,
        /** Bytes that were sent before. */
        REDELIVERY,
        /** What the contract refuses. */
        BAD,
        HEARTBEAT
    }

    TrafficRecord redelivered(long at) {
        return new TrafficRecord(stream, partition, key, value, eventTime, at, Kind.REDELIVERY);
    }

    TrafficRecord spoilt(byte[] badValue) {
        return new TrafficRecord(stream, partition, key, badValue, eventTime, sentAt, Kind.BAD);
    }
}
