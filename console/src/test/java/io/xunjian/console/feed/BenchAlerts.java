package io.xunjian.console.feed;

import io.xunjian.console.store.AlertStore;
import io.xunjian.console.store.Database;
import io.xunjian.console.testing.SampleAlert;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Fills a database for {@link StoreBench}. */
final class BenchAlerts {

    private static final int BATCH = Integer.getInteger("batch", 5_000);
    /** So many come by the feed's own way, more are copies of them within the database: faster, and what is asked is the same. */
    private static final int FED = Integer.getInteger("fed", Integer.MAX_VALUE);

    private static final long DAY = 86_400_000L;
    static final List<String> RULES = List.of(
            "LATE_SHIPMENT",
            "LATE_SHIPMENT",
            "LATE_SHIPMENT",
            "LATE_SHIPMENT",
            "COMPLAINT_OVERDUE",
            "CS_UNREACHABLE",
            "PROVIDER_INACTIVE",
            "SHOP_CLOSURE");

    private final Database database;
    private final Random random = new Random(1);

    BenchAlerts(Database database) {
        this.database = database;
    }

    void fill(int count) throws Exception {
        feed(Math.min(count, FED));
        copy(count);
        if (number("SELECT COUNT(*) FROM desk_state") == 0) {
            decide();
        }
    }

    /** One alert in fifty is closed, a third of these by li; three shops are muted. */
    private void decide() {
        database.jdbi().useTransaction(handle -> {
            handle.execute("INSERT INTO desk_state (alert_id, state, assignee, outcome) SELECT alert_id, 'CLOSED',"
                    + " CASE WHEN MOD(alert_no, 3) = 0 THEN 'li' ELSE 'wang' END,"
                    + " CASE WHEN MOD(alert_no, 1000) = 0 THEN 'OVERTURNED' ELSE 'CONFIRMED' END"
                    + " FROM alert WHERE MOD(alert_no, 50) = 0");
            handle.execute("UPDATE alert SET desk_state = 'CLOSED',"
                    + " assignee = CASE WHEN MOD(alert_no, 3) = 0 THEN 'li' ELSE 'wang' END,"
                    + " outcome = CASE WHEN MOD(alert_no, 1000) = 0 THEN 'OVERTURNED' ELSE 'CONFIRMED' END"
                    + " WHERE MOD(alert_no, 50) = 0");
            for (String shop : List.of("S17", "S18", "S19")) {
                handle.execute(
                        "INSERT INTO mute (rule_code, subject_type, subject_id, muted_until)"
                                + " VALUES ('LATE_SHIPMENT', 'SHOP', ?, ?)",
                        shop,
                        Long.MAX_VALUE);
                handle.execute(
                        "UPDATE alert SET muted_until = ? WHERE rule_code = 'LATE_SHIPMENT' AND subject_type = 'SHOP'"
                                + " AND subject_id = ?",
                        Long.MAX_VALUE,
                        shop);
            }
        });
    }

    private void feed(int count) throws Exception {
        Transactions transactions =
                new Transactions(database, new AlertIntake(new AlertStore(Clock.systemUTC(), List.of()), () -> {}));
        TopicPartition partition = new TopicPartition("alerts", 0);
        long have = transactions.next(partition);
        long spent = 0;
        long cpu = 0;
        for (long next = have; next < count; next += BATCH) {
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            for (long offset = next; offset < next + BATCH; offset++) {
                records.add(record(offset));
            }
            long cpuBefore = cpuNanos();
            long from = System.nanoTime();
            transactions.write(partition, records);
            spent += System.nanoTime() - from;
            cpu += cpuNanos() - cpuBefore;
            if ((next + BATCH) % 50_000 == 0) {
                System.out.printf(
                        "%d alerts, %.0f a second so far, %.0f a second of processor time%n",
                        next + BATCH, (next + BATCH - have) * 1e9 / spent, (next + BATCH - have) * 1e9 / cpu);
            }
        }
    }

    private void copy(int count) {
        long have = number("SELECT COUNT(*) FROM alert");
        for (long held = have; held < count; held += BATCH) {
            String part = " FROM alert WHERE alert_no > " + (held - have) % have + " AND alert_no <= "
                    + ((held - have) % have + Math.min(BATCH, count - held));
            String no = "alert_no + " + (held - (held - have) % have);
            database.jdbi().useTransaction(handle -> {
                handle.execute("INSERT INTO alert (alert_no, alert_id, seq, kind_no, rule_code, rule_version,"
                        + " subject_type, subject_id, level, severity, status, raised_at, cured_at, topic_partition,"
                        + " topic_offset, first_seen_at, updated_at) SELECT " + no + ", rule_code || ':' || (" + no
                        + "), " + no + ", kind_no, rule_code, rule_version, subject_type,"
                        + " 'S' || MOD(7919 * (" + no + "), 60000), level, severity, status, raised_at + 26000 * ("
                        + no + " - alert_no), cured_at, 0, topic_offset, first_seen_at, updated_at" + part);
                handle.execute("INSERT INTO alert_key (key_value, alert_no) SELECT 'O-' || (" + no + "), " + no + part);
                handle.execute("INSERT INTO alert_record (alert_no, json) SELECT "
                        + no.replace("alert_no", "alert.alert_no") + ", r.json FROM alert_record r JOIN alert"
                        + " ON r.alert_no = alert.alert_no WHERE "
                        + part.substring(" FROM alert WHERE ".length()).replace("alert_no", "alert.alert_no"));
            });
        }
        database.jdbi()
                .useHandle(handle -> handle.execute("UPDATE arrival SET last_seq = (SELECT MAX(seq) FROM alert)"));
    }

    private long number(String sql) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    /** Of this process and of PostgreSQL's. */
    static long cpuNanos() {
        return Stream.concat(
                        Stream.of(ProcessHandle.current()),
                        ProcessHandle.current().descendants())
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .mapToLong(Duration::toNanos)
                .sum();
    }

    private ConsumerRecord<byte[], byte[]> record(long offset) {
        String rule = RULES.get(random.nextInt(RULES.size()));
        int shop = (int) Math.abs(random.nextGaussian() * 20_000);
        int percent = random.nextInt(1_000);
        SampleAlert alert = SampleAlert.open(rule + ':' + offset)
                .rule(rule)
                .about(rule.equals("PROVIDER_INACTIVE") ? "PROVIDER" : "SHOP", "S" + shop)
                .order("O-" + offset)
                .severity(percent < 2 ? "EXTREME" : percent < 100 ? "SERIOUS" : percent < 400 ? "MINOR" : "GENERAL")
                .level(1 + percent % 3)
                .raised(SampleAlert.NOON - 150 * DAY + offset * 26_000 + random.nextInt(3_600_000))
                .padded(600);
        int state = random.nextInt(100);
        alert = state < 10 ? alert.cured(alert.raisedAt() + DAY) : state < 13 ? alert.revoked() : alert;
        return new ConsumerRecord<>(
                "alerts",
                0,
                offset,
                alert.alertId().getBytes(StandardCharsets.UTF_8),
                alert.json().getBytes(StandardCharsets.UTF_8));
    }
}
