package io.xunjian.console.feed;

import io.xunjian.console.query.BadQuery;
import io.xunjian.console.query.Query;
import io.xunjian.console.query.QueryReader;
import io.xunjian.console.store.AlertList;
import io.xunjian.console.store.Counts;
import io.xunjian.console.store.Cursor;
import io.xunjian.console.store.Database;
import io.xunjian.console.store.DatabaseSettings;
import io.xunjian.console.store.Facets;
import io.xunjian.console.store.Groups;
import io.xunjian.console.store.Order;
import io.xunjian.console.store.Overview;
import io.xunjian.console.store.Page;
import io.xunjian.console.testing.PostgresServer;
import io.xunjian.console.testing.SampleAlert;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Measures how fast alerts go into a database and how long its answers take, with a number of alerts (the second argument) in H2
 * in a file or in PostgreSQL (the first: {@code h2} or {@code postgres}).
 */
final class StoreBench {

    private static final int ROUNDS = 60;

    /** It gives the last result of a statement again where nothing has changed. */
    private static final String H2 = ";OPTIMIZE_REUSE_RESULTS=0";

    private static final long DAY = 86_400_000L;
    /** With a letter in braces for what is another one each time. */
    private static final List<String> QUERIES = List.of(
            "",
            "rule:{R}",
            "rule:{R} status:{T}",
            "rule:cs_unreachable,shop_closure level:{L}",
            "severity:extreme level:{L}",
            "severity:extreme status:revoked",
            "severity:extreme,serious desk:new is:unmuted",
            "severity:{V},minor status:{T}",
            "desk:closed",
            "desk:closed status:{T} rule:{R}",
            "is:muted",
            "shop:S{S}",
            "shop:S{S} status:{T}",
            "O-{N}",
            "O-{D}",
            "S{D}",
            "key:O-{N}",
            "{R}:{N}",
            "raised:2025-03-0{L}..2025-03-0{D}",
            "raised:2025-03-0{L}..2025-03-0{D} severity:extreme status:{T}",
            "level:{L} severity:{V}",
            "-rule:{R}",
            "rule:shop_closure severity:extreme status:revoked level:{L}",
            "assignee:li",
            "assignee:li desk:closed rule:{R}",
            "outcome:overturned",
            "raised:2025-03-01.. -status:open S{L}");

    private final Database database;
    private final Counts counts;
    private final AlertList list;
    private final Random random = new Random(1);
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
            try (Database database = Database.open(
                    new DatabaseSettings("jdbc:h2:file:" + folder.resolve("alerts") + H2, "sa", "", 10))) {
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
        new BenchAlerts(database).fill(count);
        long from = System.nanoTime();
        list.total(Query.ALL);
        System.out.printf("first count of all: %d ms%n", (System.nanoTime() - from) / 1_000_000);
        Order newest = new Order(false, true);
        for (String text : QUERIES) {
            measure("list   " + text, () -> list.page(query(text), newest, Optional.empty(), 50));
            measure("total  " + text, () -> list.total(query(text)));
        }
        Query all = Query.ALL;
        measure("arrived", () -> list.page(all, new Order(true, true), Optional.empty(), 50));
        measure(
                "arrived severity:extreme status:revoked",
                () -> list.page(query("severity:extreme status:revoked"), new Order(true, true), Optional.empty(), 50));
        measure(
                "deep   rule:{R}",
                () -> list.page(
                        query("rule:{R}"),
                        newest,
                        Optional.of(new Cursor(SampleAlert.NOON - random.nextInt(200) * DAY, 5)),
                        50));
        Facets facets = new Facets(database, counts, Clock.systemUTC());
        for (String text : List.of("", "status:{T}", "shop:S{S}", "O-{D}")) {
            measure("facets " + text, () -> facets.of(query(text)));
        }
        Groups groups = new Groups(database, Clock.systemUTC());
        Overview overview = new Overview(database, counts, Clock.systemUTC());
        measure("groups shop", () -> groups.of(all, Groups.By.SHOP, 0, 50));
        measure("groups rule status:open", () -> groups.of(query("status:open"), Groups.By.RULE, 0, 50));
        measure(
                "top subjects of 30 days",
                () -> overview.topSubjects(LocalDate.of(2025, 5, 1), LocalDate.of(2025, 5, 30), QueryReader.ZONE));
        Runtime.getRuntime().gc();
        System.out.printf(
                "heap in use after: %d MiB of %d%n",
                (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private Query query(String text) throws BadQuery {
        return reader.read(text.replace("{R}", BenchAlerts.RULES.get(random.nextInt(BenchAlerts.RULES.size())))
                .replace("{T}", List.of("open", "cured", "revoked").get(random.nextInt(3)))
                .replace("{V}", List.of("extreme", "serious", "general").get(random.nextInt(3)))
                .replace("{L}", Integer.toString(1 + random.nextInt(3)))
                .replace("{D}", Integer.toString(4 + random.nextInt(6)))
                .replace("{S}", Integer.toString(random.nextInt(30_000)))
                .replace("{N}", Integer.toString(random.nextInt(1_000_000))));
    }

    /** A step that is measured. */
    @FunctionalInterface
    private interface Step {
        Object run() throws Exception;
    }

    private static void measure(String name, Step step) throws Exception {
        step.run();
        long cpu = BenchAlerts.cpuNanos();
        long[] times = new long[ROUNDS];
        long rows = 0;
        for (int i = 0; i < ROUNDS; i++) {
            long from = System.nanoTime();
            Object result = step.run();
            times[i] = System.nanoTime() - from;
            rows += result instanceof Page page ? page.rows().size() : 0;
            if (i == 4 && times[i] > 500_000_000L) {
                times = Arrays.copyOf(times, 5);
                break;
            }
        }
        double spent = (BenchAlerts.cpuNanos() - cpu) / 1e6 / times.length;
        Arrays.sort(times);
        System.out.printf(
                "%-70s p50 %7.1f ms  p95 %7.1f ms  cpu %7.1f ms  rows %5.1f%n",
                name,
                times[times.length / 2] / 1e6,
                times[times.length * 95 / 100] / 1e6,
                spent,
                (double) rows / times.length);
    }
}
