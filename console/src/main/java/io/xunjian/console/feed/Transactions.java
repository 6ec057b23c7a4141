package io.xunjian.console.feed;

import io.xunjian.console.store.Database;
import io.xunjian.console.store.WriteLock;
import java.sql.SQLException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Handle;

/** Takes batches of one topic into the database, each in one transaction with its offset. */
final class Transactions {

    private final Database database;
    private final Intake intake;

    Transactions(Database database, Intake intake) {
        this.database = database;
        this.intake = intake;
    }

    /** Empties what was filled from another topic of the same name. */
    void identify(String topic, String topicId) {
        database.jdbi().useTransaction(handle -> {
            WriteLock.take(handle);
            String known = Offsets.topicId(handle, topic).orElse("");
            if (!known.equals(topicId)) {
                intake.forget(handle);
                Offsets.begin(handle, topic, topicId);
            }
        });
    }

    long next(TopicPartition partition) {
        return database.jdbi().withHandle(handle -> Offsets.next(handle, partition));
    }

    /** Writes those that the database does not have. */
    void write(TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records) throws SQLException {
        database.jdbi().useTransaction(handle -> write(handle, partition, records));
    }

    private void write(Handle handle, TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records)
            throws SQLException {
        WriteLock.take(handle);
        long next = Offsets.next(handle, partition);
        List<ConsumerRecord<byte[], byte[]>> missing =
                records.stream().filter(record -> record.offset() >= next).toList();
        if (missing.isEmpty()) {
            return;
        }
        intake.write(handle, missing);
        Offsets.move(handle, partition, missing.get(missing.size() - 1).offset() + 1);
    }
}
