package io.xunjian.console.feed;

import io.xunjian.console.store.AlertStore;
import io.xunjian.console.store.Arrival;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Handle;

/** Takes the topic {@code alerts} into the database. */
public final class AlertIntake implements Intake {

    private final AlertStore store;
    private final Runnable news;

    /**
     * Makes the intake.
     *
     * @param news called after alerts were written, by this console or another one
     */
    public AlertIntake(AlertStore store, Runnable news) {
        this.store = store;
        this.news = news;
    }

    @Override
    public void write(Handle handle, List<ConsumerRecord<byte[], byte[]>> records) throws SQLException {
        List<Arrival> arrivals = new ArrayList<>(records.size());
        Unreadable unreadable = new Unreadable();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                arrivals.add(AlertReader.read(record));
            } catch (UnreadableRecord e) {
                unreadable.add(record, e);
            }
        }
        store.write(handle, arrivals);
        unreadable.write(handle);
    }

    @Override
    public void forget(Handle handle) {
        AlertStore.clear(handle);
    }

    @Override
    public void written(List<ConsumerRecord<byte[], byte[]>> records) {
        news.run();
    }
}
