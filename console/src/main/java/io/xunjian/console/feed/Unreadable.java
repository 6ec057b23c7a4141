package io.xunjian.console.feed;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records of a batch that could not be read: the feed goes on, and the table {@code unreadable} says where they are and why. */
public final class Unreadable {

    private static final Logger LOG = LoggerFactory.getLogger(Unreadable.class);

    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();

    /** Adds a record. */
    public void add(ConsumerRecord<byte[], byte[]> record, UnreadableRecord why) {
        records.add(record);
        reasons.add(why.getMessage());
    }

    /** Writes them in the transaction that moves the offset past them. */
    public void write(Handle handle) {
        if (records.isEmpty()) {
            return;
        }
        LOG.warn(
                "{} unreadable records, the first at {} offset {}: {}",
                records.size(),
                place(0),
                offset(0),
                reasons.get(0));
        try (PreparedBatch batch = handle.prepareBatch(
                "INSERT INTO unreadable (topic, topic_partition, topic_offset, reason) VALUES (?, ?, ?, ?)")) {
            for (int i = 0; i < records.size(); i++) {
                ConsumerRecord<byte[], byte[]> record = records.get(i);
                batch.add(record.topic(), record.partition(), record.offset(), storable(reasons.get(i)));
            }
            batch.execute();
        }
    }

    private String place(int index) {
        return records.get(index).topic() + "-" + records.get(index).partition();
    }

    private long offset(int index) {
        return records.get(index).offset();
    }

    /** A parser's message may quote what was sent, which may be what a database refuses. */
    private static String storable(String reason) {
        return reason.codePoints()
                .filter(point -> !Character.isISOControl(point))
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .limit(500)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
