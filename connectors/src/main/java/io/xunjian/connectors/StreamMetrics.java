package io.xunjian.connectors;

import io.xunjian.rules.json.Reason;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** What is seen of one stream's records from outside; docs/metrics.md tells each. */
final class StreamMetrics {

    final Counter records;
    final Counter heartbeats;

    /** By the reason's ordinal; all are there from the start, so that a first dead letter is a rise. */
    final Counter[] deadLetters = new Counter[Reason.values().length];

    StreamMetrics(MetricGroup stream) {
        records = stream.counter("records");
        heartbeats = stream.counter("heartbeats");
        for (Reason reason : Reason.values()) {
            deadLetters[reason.ordinal()] =
                    stream.addGroup("reason", reason.name()).counter("dead_letters");
        }
    }
}
