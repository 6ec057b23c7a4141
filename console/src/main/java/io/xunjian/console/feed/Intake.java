package io.xunjian.console.feed;

import java.sql.SQLException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Handle;

/** Takes the records of one topic into the database. */
public interface Intake {

    /**
     * Writes records that the database does not have, in the transaction that moves the offset past them. May be called
     * again with the same records where that transaction was rolled back.
     *
     * @param records of one partition, in order
     */
    void write(Handle handle, List<ConsumerRecord<byte[], byte[]>> records) throws SQLException;

    /** Empties what {@code write} filled: the topic is not the one that it was filled from. */
    void forget(Handle handle);

    /** Is told of records that the database has now, whether this console wrote them or another one. */
    default void written(List<ConsumerRecord<byte[], byte[]>> records) {}
}
