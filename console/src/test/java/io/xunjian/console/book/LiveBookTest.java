package io.xunjian.console.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.console.store.Database;
import io.xunjian.console.store.DatabaseSettings;
import io.xunjian.rules.book.RuleVersion;
import io.xunjian.rules.testing.Books;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveBookTest {

    private static final String LATE = "LATE_SHIPMENT";
    private static final String SECOND = second("2027-01-01T00:00:00+08:00");

    private final Database database =
            Database.open(new DatabaseSettings("jdbc:h2:mem:rules" + System.nanoTime(), "sa", "", 2));
    private final LiveBook book = new LiveBook(Books.BUILT_IN, database.jdbi());
    private final PublishedRules topic = new PublishedRules(book);
    private long nextOffset;

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theFileThatWasTakenLastIsOverTheFilesOfTheStart() {
        take(LATE, SECOND);
        assertThat(versions()).hasSize(2);
        take(LATE, second("2028-01-01T00:00:00+08:00"));

        assertThat(versions()).hasSize(2);
        assertThat(versions().get(1).effectiveFrom()).isEqualTo(1_830_268_800_000L);
        assertThat(book.get().versions("CS_UNREACHABLE")).isEqualTo(Books.BUILT_IN.versions("CS_UNREACHABLE"));
    }

    @Test
    void theNextStartKnowsIt() {
        take(LATE, SECOND);
        LiveBook next = new LiveBook(Books.BUILT_IN, database.jdbi());
        assertThat(next.get().versions(LATE)).isEqualTo(versions()).hasSize(2);
    }

    @Test
    void whatIsNoFileIsNotedAndChangesNothing() {
        take(LATE, SECOND);
        take("NO_SUCH_RULE", SECOND);
        take(LATE, null);
        take(null, SECOND);

        assertThat(versions()).hasSize(2);
        assertThat(unreadable()).isEqualTo(3);
    }

    @Test
    void aFileThatThisReleaseDoesNotUnderstandIsLeftOut() {
        take("COMPLAINT_OVERDUE", "rule: COMPLAINT_OVERDUE\nversions: {of: tomorrow}\n");
        take(LATE, SECOND);

        assertThat(versions()).hasSize(2);
        assertThat(book.get().versions("COMPLAINT_OVERDUE")).isEqualTo(Books.BUILT_IN.versions("COMPLAINT_OVERDUE"));
    }

    @Test
    void aTopicMadeAnewBeginsWithTheFilesOfTheStart() {
        take(LATE, SECOND);
        database.jdbi().useHandle(topic::forget);
        topic.written(List.of());
        assertThat(versions()).isEqualTo(Books.BUILT_IN.versions(LATE));
    }

    private void take(String key, String file) {
        List<ConsumerRecord<byte[], byte[]>> records =
                List.of(new ConsumerRecord<>("rules-in-force", 0, nextOffset++, bytes(key), bytes(file)));
        database.jdbi().useTransaction(handle -> topic.write(handle, records));
        topic.written(records);
    }

    private List<RuleVersion> versions() {
        return book.get().versions(LATE);
    }

    private int unreadable() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM unreadable")
                        .mapTo(Integer.class)
                        .one());
    }

    private static String second(String effectiveFrom) {
        return Books.builtInFileWith(LATE, Books.version(2, "active", effectiveFrom, ""));
    }

    private static byte[] bytes(String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }
}
