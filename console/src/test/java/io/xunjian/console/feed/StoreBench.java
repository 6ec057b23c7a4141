package io.xunjian.console.feed;

import io.xunjian.console.query.Query;
import io.xunjian.console.query.QueryReader;
import io.xunjian.console.store.AlertList;
import io.xunjian.console.store.AlertStore;
import io.xunjian.console.store.Counts;
import io.xunjian.console.store.Cursor;
import io.xunjian.console.store.Database;
import io.xunjian.console.store.DatabaseSettings;
import io.xunjian.console.store.Facets;
import io.xunjian.console.store.Groups;
import io.xunjian.console.store.Order;
import io.xunjian.console.store.Page;
import io.xunjian.console.testing.PostgresServer;
import io.xunjian.console.testing.SampleAlert;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Measures how fast alerts go into a database and how long its answers take, with a number of alerts (the second argument) in H2
 * in a file or in PostgreSQL (the first: {@code h2} or {@code postgres}).
 */
final class StoreBench {

    private static final int BATCH = 5_000;
    private static final int ROUNDS = 40;
    private static final long DAY = 86_400_000L;
    private static final List<String> RULES = List.of(
            "LATE_SHIPMENT",
            "LATE_SHIPMENT",
            "LATE_SHIPMENT",
            "LATE_SHIPMENT",
            "COMPLAINT_OVERDUE",
            "CS_UNREACHABLE",
            "PROVIDER_INACTIVE",
            "SHOP_CLOSURE");
    private static final List<String> QUERIES = List.of(
            "",
            "rule:shop_closure",
            "rule:late_shipment status:open",
            "rule:cs_unreachable,shop_closure",
            "severity:extreme",
            "severity:extreme status:revoked",
            "severity:extreme,serious desk:new is:unmuted",
            "status:cured",
            "desk:closed",
            "is:muted",
            "shop:S17",
            "shop:S17 status:cured",
            "subject:S40000",
            "O-123456",
            "O-9999",
            "S77",
            "key:O-55555",
            "LATE_SHIPMENT:1000",
            "raised:2025-03-01..2025-03-02",
            "level:3 severity:minor",
            "-rule:late_shipment",
            "rule:shop_closure severity:extreme status:revoked level:3",
            "assignee:li",
            "raised:2025-03-01.. -status:open S1");

    private final Database database;
    private final Counts counts;
    private final AlertList list;
    private final QueryReader reader = new QueryReader("li", QueryReader.ZONE);

    private StoreBench(Database database) {
        this.database = database;
        this.counts = new Counts(database, Clock.systemUTC());
        this.list = new AlertList(database, counts, Clock.systemUTC());
    }

    public static void main(String[] args) throws Exception {
        int count = Integer.parseInt(args[1]);
        if (args[0].equals("h2")) {
            Path folder = args.length > 2 ? Path.of(args[2]) : Files.createTempDirectory("bench");
            try (Database database =
                    Database.open(new DatabaseSettings("jdbc:h2:file:" + folder.resolve("alerts"), "sa", "", 10))) {
                new StoreBench(database).run(count);
            }
        } else {
            try (PostgresServer server = PostgresServer.start();
                    Database database = Database.open(server.create("bench"))) {
                new StoreBench(database).run(count);
            }
        }
    }

    private void run(int count) throws Exception {
        fill(count);
        long from = System.nanoTime();
        list.total(Query.ALL);
        System.out.printf("first count of all: %d ms%n", (System.nanoTime() - from) / 1_000_000);
        for (String text : QUERIES) {
            Query query = reader.read(text);
            // Never the same twice: H2 keeps the last result of a statement.
            int[] limit = {20};
            measure("list   " + text, () -> list.page(query, new Order(false, true), Optional.empty(), limit[0]++));
            measure("total  " + text, () -> list.total(query));
        }
        Query all = Query.ALL;
        measure("arrived", () -> list.page(all, new Order(true, true), Optional.empty(), 50));
        measure(
                "deep   ",
                () -> list.page(all, new Order(false, true), Optional.of(new Cursor(SampleAlert.NOON, 5)), 50));
        Facets facets = new Facets(database, counts, Clock.systemUTC());
        for (String text : List.of("", "status:open", "shop:S17", "O-9")) {
            Query query = reader.read(text);
            measure("facets " + text, () -> facets.of(query));
        }
        Groups groups = new Groups(database, Clock.systemUTC());
        measure("groups shop", () -> groups.of(all, Groups.By.SHOP, 0, 50));
        measure("groups rule status:open", () -> groups.of(reader.read("status:open"), Groups.By.RULE, 0, 50));
        Runtime.getRuntime().gc();
        System.out.printf(
                "heap in use after: %d MiB of %d%n",
                (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private void fill(int count) throws Exception {
        Transactions transactions =
                new Transactions(database, new AlertIntake(new AlertStore(Clock.systemUTC(), List.of()), () -> {}));
        TopicPartition partition = new TopicPartition("alerts", 0);
        long have = transactions.next(partition);
        Random random = new Random(1);
        long spent = 0;
        long cpu = cpuNanos();
        for (long next = have; next < count; next += BATCH) {
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            for (long offset = next; offset < next + BATCH; offset++) {
                records.add(record(offset, random));
            }
            long from = System.nanoTime();
            transactions.write(partition, records);
            spent += System.nanoTime() - from;
            if ((next + BATCH) % 100_000 == 0) {
                System.out.printf(
                        "%d alerts, %.0f a second so far, %.0f a second of processor time%n",
                        next + BATCH,
                        (next + BATCH - have) * 1e9 / spent,
                        (next + BATCH - have) * 1e9 / (cpuNanos() - cpu));
            }
        }
    }

    private static long cpuNanos() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    private static ConsumerRecord<byte[], byte[]> record(long offset, Random random) {
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

    /** A step that is measured. */
    @FunctionalInterface
    private interface Step {
        Object run() throws Exception;
    }

    private static void measure(String name, Step step) throws Exception {
        long[] times = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long from = System.nanoTime();
            Object result = step.run();
            times[i] = System.nanoTime() - from;
            if (result instanceof Page page && page.rows().size() > 200) {
                throw new IllegalStateException("too many rows");
            }
            if (i == 4 && times[i] > 500_000_000L) {
                times = Arrays.copyOf(times, 5);
                break;
            }
        }
        Arrays.sort(times);
        System.out.printf(
                "%-70s p50 %7.1f ms  p95 %7.1f ms%n",
                name, times[times.length / 2] / 1e6, times[times.length * 95 / 100] / 1e6);
    }
}
