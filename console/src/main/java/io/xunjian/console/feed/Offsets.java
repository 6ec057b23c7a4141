package io.xunjian.console.feed;

import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Handle;

/** How far a database has come in a topic. */
final class Offsets {

    private Offsets() {}

    /** The offset of the first record that the database does not have. */
    static long next(Handle handle, TopicPartition partition) {
        return find(handle, partition).orElse(0L);
    }

    static void move(Handle handle, TopicPartition partition, long next) {
        String sql = find(handle, partition).isPresent()
                ? "UPDATE topic_offset SET next_offset = :next WHERE topic = :topic AND topic_partition = :partition"
                : "INSERT INTO topic_offset (topic, topic_partition, next_offset) VALUES (:topic, :partition, :next)";
        handle.createUpdate(sql)
                .bind("next", next)
                .bind("topic", partition.topic())
                .bind("partition", partition.partition())
                .execute();
    }

    /** The id of the topic that the database was filled from. */
    static Optional<String> topicId(Handle handle, String topic) {
        return handle.createQuery("SELECT topic_id FROM topic_identity WHERE topic = ?")
                .bind(0, topic)
                .mapTo(String.class)
                .findOne();
    }

    /** Begins anew with a topic. */
    static void begin(Handle handle, String topic, String topicId) {
        for (String table : new String[] {"topic_identity", "topic_offset", "unreadable"}) {
            handle.execute("DELETE FROM " + table + " WHERE topic = ?", topic);
        }
        handle.execute("INSERT INTO topic_identity (topic, topic_id) VALUES (?, ?)", topic, topicId);
    }

    private static Optional<Long> find(Handle handle, TopicPartition partition) {
        return handle.createQuery("SELECT next_offset FROM topic_offset WHERE topic = ? AND topic_partition = ?")
                .bind(0, partition.topic())
                .bind(1, partition.partition())
                .mapTo(Long.class)
                .findOne();
    }
}
