package io.xunjian.cluster.traffic;

import io.xunjian.cluster.Topics;
import io.xunjian.rules.event.EventType;
import io.xunjian.rules.event.Stream;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * What is to be sent, by the simulated time of sending. Facts may be posted long before they happen. On the way they are
 * delayed, some are sent again, some are joined by a record that is none.
 */
final class Outbox {

    private static final double REDELIVERED = 0.01;
    private static final double BAD = 0.002;

    private record Posted(TrafficRecord record, long number) {}

    private final PriorityQueue<Posted> queue =
            new PriorityQueue<>(Comparator.<Posted>comparingLong(posted -> posted.record.sentAt())
                    .thenComparingLong(posted -> posted.record.eventTime())
                    .thenComparingLong(Posted::number));
    private final long start;
    private final Dice dice;
    private long posted;

    /** Nothing is sent before the start: what happened earlier is sent then, in order. */
    Outbox(long start, Dice dice) {
        this.start = start;
        this.dice = dice;
    }

    void post(Fact fact) {
        long sentAt = Math.max(start, fact.eventTime() + delay());
        TrafficRecord record = new TrafficRecord(
                fact.type().stream(),
                TrafficRecord.BY_KEY,
                fact.key(),
                fact.json(),
                fact.eventTime(),
                sentAt,
                TrafficRecord.Kind.FACT);
        add(record);
        if (dice.chance(REDELIVERED)) {
            add(record.redelivered(sentAt + dice.minutes(0, 60)));
        }
        if (dice.chance(BAD)) {
            add(record.spoilt(Spoiler.spoil(fact, dice)));
        }
    }

    void postHeartbeats(long at) {
        for (Stream stream : Stream.values()) {
            for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
                String eventId = "hb-" + stream.topic() + '-' + partition + '-' + at;
                byte[] value = new Fact(EventType.HEARTBEAT, null, eventId, at).json();
                add(new TrafficRecord(stream, partition, null, value, at, at, TrafficRecord.Kind.HEARTBEAT));
            }
        }
    }

    /** When the first that is left is sent; {@link Long#MAX_VALUE} where none is. */
    long nextAt() {
        return queue.isEmpty() ? Long.MAX_VALUE : queue.peek().record.sentAt();
    }

    TrafficRecord next() {
        return queue.remove().record;
    }

    private void add(TrafficRecord record) {
        queue.add(new Posted(record, posted++));
    }

    /** Most are sent at once, one in ten up to 30 s late. */
    private long delay() {
        return dice.chance(0.1) ? dice.seconds(0, 30) : dice.seconds(0, 2);
    }
}
