package io.xunjian.console.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.console.query.BadQuery;
import io.xunjian.console.query.Query;
import io.xunjian.console.query.QueryReader;
import io.xunjian.console.store.AlertArrived;
import io.xunjian.console.store.AlertList;
import io.xunjian.console.store.AlertRow;
import io.xunjian.console.store.AlertStore;
import io.xunjian.console.store.Counts;
import io.xunjian.console.store.Database;
import io.xunjian.console.store.Groups;
import io.xunjian.console.store.HistoryRow;
import io.xunjian.console.testing.SampleAlert;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** What every database must do with what arrives. */
abstract class WriteContract {

    private static final TopicPartition P0 = new TopicPartition("alerts", 0);
    static final Clock CLOCK = Clock.fixed(Instant.ofEpochMilli(SampleAlert.NOON), ZoneOffset.UTC);

    private final List<AlertRow> hooked = new ArrayList<>();
    private long nextOffset;

    /** An empty one. */
    abstract Database database();

    @Test
    void aNewStateReplacesTheOneBeforeAndIsRemembered() throws Exception {
        arrive(SampleAlert.open("A"), SampleAlert.open("B"));
        arrive(SampleAlert.open("A").cured(SampleAlert.NOON + 5));

        AlertRow row = list().find("A").orElseThrow();
        assertThat(row.status()).isEqualTo("CURED");
        assertThat(row.curedAt()).isEqualTo(SampleAlert.NOON + 5);
        assertThat(row.seq()).isEqualTo(3);
        assertThat(list().history(row)).extracting(HistoryRow::status).containsExactly("OPEN", "CURED");
        assertThat(ids("")).containsExactly("B", "A");
    }

    @Test
    void aStateThatComesAgainChangesNothing() throws Exception {
        arrive(SampleAlert.open("A"));
        arrive(SampleAlert.open("A"));

        AlertRow row = list().find("A").orElseThrow();
        assertThat(list().history(row)).hasSize(1);
        assertThat(row.topicOffset()).isZero();
        assertThat(hooked).hasSize(1);
    }

    @Test
    void aRecordBeforeTheOffsetChangesNothing() throws Exception {
        arrive(SampleAlert.open("A"), SampleAlert.open("A").revoked());
        transactions().write(P0, List.of(record(SampleAlert.open("A").cured(1), 1)));
        assertThat(list().find("A").orElseThrow().status()).isEqualTo("REVOKED");
        transactions().write(P0, List.of(record(SampleAlert.open("A").cured(1), 2)));
        assertThat(list().find("A").orElseThrow().status()).isEqualTo("CURED");
    }

    @Test
    void severalStatesInOneBatchAreOneAlertWithItsHistory() throws Exception {
        arrive(
                SampleAlert.open("A"),
                SampleAlert.open("A").level(2),
                SampleAlert.open("A").revoked());
        AlertRow row = list().find("A").orElseThrow();
        assertThat(list().history(row)).extracting(HistoryRow::seq).containsExactly(1L, 2L, 3L);
        assertThat(list().history(row)).extracting(HistoryRow::level).containsExactly(1, 2, 1);
        assertThat(hooked).hasSize(1);
    }

    @Test
    void aTombstoneRemovesAllThatThereWas() throws Exception {
        arrive(SampleAlert.open("A"), SampleAlert.open("B"));
        arrive(SampleAlert.open("A").revoked());
        write(List.of(new ConsumerRecord<>("alerts", 0, nextOffset++, bytes("A"), null)));

        assertThat(list().find("A")).isEmpty();
        assertThat(ids("O-A")).isEmpty();
        arrive(SampleAlert.open("A"));
        assertThat(list().history(list().find("A").orElseThrow())).hasSize(1);
    }

    @Test
    void whatIsNoAlertIsKeptAsUnreadableAndStopsNothing() throws Exception {
        write(List.of(
                record(SampleAlert.open("A"), 0),
                new ConsumerRecord<>("alerts", 0, 1, bytes("B"), bytes("{\u0000")),
                new ConsumerRecord<>(
                        "alerts", 0, 2, bytes("C"), bytes(SampleAlert.open("D").json())),
                new ConsumerRecord<>(
                        "alerts", 0, 3, null, bytes(SampleAlert.open("E").json())),
                record(SampleAlert.open("F"), 4)));

        assertThat(ids("")).containsExactly("F", "A");
        List<Long> offsets = database()
                .jdbi()
                .withHandle(handle -> handle.createQuery("SELECT topic_offset FROM unreadable ORDER BY topic_offset")
                        .mapTo(Long.class)
                        .list());
        assertThat(offsets).containsExactly(1L, 2L, 3L);
    }

    @Test
    void aTopicMadeAnewEmptiesTheTables() throws Exception {
        transactions().identify("alerts", "one");
        arrive(SampleAlert.open("A"));
        transactions().identify("alerts", "one");
        assertThat(ids("")).containsExactly("A");
        transactions().identify("alerts", "two");
        assertThat(ids("")).isEmpty();
        assertThat(transactions().next(P0)).isZero();
    }

    @Test
    void whatIsWrittenIsRolledBackWithItsOffset() throws Exception {
        AlertArrived failing = (handle, rows) -> {
            throw new IllegalStateException("on purpose");
        };
        Transactions broken = new Transactions(database(), intake(List.of(failing)));
        try {
            broken.write(P0, List.of(record(SampleAlert.open("A"), 0)));
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("on purpose");
        }
        assertThat(ids("")).isEmpty();
        assertThat(transactions().next(P0)).isZero();
    }

    final void arrive(SampleAlert... alerts) throws SQLException {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (SampleAlert alert : alerts) {
            records.add(record(alert, nextOffset++));
        }
        transactions().write(P0, records);
    }

    private void write(List<ConsumerRecord<byte[], byte[]>> records) throws SQLException {
        transactions().write(P0, records);
    }

    private static ConsumerRecord<byte[], byte[]> record(SampleAlert alert, long offset) {
        return new ConsumerRecord<>("alerts", 0, offset, bytes(alert.alertId()), bytes(alert.json()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Transactions transactions() {
        return new Transactions(database(), intake(List.of((handle, rows) -> hooked.addAll(rows))));
    }

    private static AlertIntake intake(List<AlertArrived> hooks) {
        return new AlertIntake(new AlertStore(CLOCK, hooks), () -> {});
    }

    final Counts counts() {
        return new Counts(database(), CLOCK);
    }

    final AlertList list() {
        return new AlertList(database(), counts(), CLOCK);
    }

    /** The ids in the list's usual order, null where the query is not understood. */
    final List<String> ids(String text) {
        try {
            return list().ids(new QueryReader("li", QueryReader.ZONE).read(text), 100);
        } catch (BadQuery e) {
            return null;
        }
    }

    static Query query(String text) throws BadQuery {
        return new QueryReader("li", QueryReader.ZONE).read(text);
    }
}
