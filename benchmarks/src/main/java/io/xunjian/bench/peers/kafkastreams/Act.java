package io.xunjian.bench.peers.kafkastreams;

/**
 * Something that happened to an order, by name.
 *
 * @param eventTime epoch ms
 */
record Act(String eventId, EventType eventType, long eventTime) implements Comparable<Act> {

    /** Orders by time, ties by id. */
    @Override
    public int compareTo(Act other) {
        int byTime = Long.compare(eventTime, other.eventTime);
        return byTime != 0 ? byTime : eventId.compareTo(other.eventId);
    }
}
