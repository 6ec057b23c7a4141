package io.xunjian.console.book;

import io.xunjian.console.feed.Intake;
import io.xunjian.console.feed.Unreadable;
import io.xunjian.console.feed.UnreadableRecord;
import io.xunjian.rules.Rules;
import io.xunjian.rules.book.Announcement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Handle;

/** Takes the topic {@code rules-in-force} into the database: of each rule the file that a job took last. */
public final class PublishedRules implements Intake {

    private final LiveBook rules;

    /** Makes an intake that tells the book of what it took. */
    public PublishedRules(LiveBook rules) {
        this.rules = rules;
    }

    @Override
    public void write(Handle handle, List<ConsumerRecord<byte[], byte[]>> records) {
        Unreadable unreadable = new Unreadable();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                put(handle, read(record));
            } catch (UnreadableRecord e) {
                unreadable.add(record, e);
            }
        }
        unreadable.write(handle);
    }

    @Override
    public void forget(Handle handle) {
        handle.execute("DELETE FROM rule_in_force");
    }

    @Override
    public void written(List<ConsumerRecord<byte[], byte[]>> records) {
        rules.refresh();
    }

    static List<Announcement> all(Handle handle) {
        return handle.createQuery("SELECT rule_code, file, published_at FROM rule_in_force ORDER BY rule_code")
                .map((row, ctx) -> new Announcement(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
    }

    private static void put(Handle handle, Announcement announcement) {
        handle.execute("DELETE FROM rule_in_force WHERE rule_code = ?", announcement.ruleCode());
        handle.execute(
                "INSERT INTO rule_in_force (rule_code, file, published_at) VALUES (?, ?, ?)",
                announcement.ruleCode(),
                announcement.file(),
                announcement.publishedAt());
    }

    private static Announcement read(ConsumerRecord<byte[], byte[]> record) throws UnreadableRecord {
        String code = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
        if (Rules.of(code) == null) {
            throw new UnreadableRecord("no rule has the key of this record");
        }
        if (record.value() == null) {
            throw new UnreadableRecord("no file: what is in force stays in force");
        }
        String file = new String(record.value(), StandardCharsets.UTF_8);
        if (file.indexOf('\0') >= 0) {
            throw new UnreadableRecord("a character that no file has");
        }
        return new Announcement(code, file, record.timestamp());
    }
}
