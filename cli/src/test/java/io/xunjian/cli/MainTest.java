package io.xunjian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.Rules;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.pages.RulePages;
import io.xunjian.rules.testing.Books;
import io.xunjian.rules.testing.Cases;
import io.xunjian.rules.testing.NetAlert;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user can get wrong is told in lines that say what, where and what to do; what is right is done. */
class MainTest {

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    @Test
    void bothEnginesFindWhatIsExpectedAndWriteTheSameBytes() throws IOException {
        Cases.Case mixed = Cases.named("mixed-3");
        Path local = folder.resolve("local");
        Path flink = folder.resolve("flink");
        assertThat(run("backtest", "--events", mixed.events().toString(), "--out", local.toString()))
                .isZero();
        assertThat(run(
                        "backtest",
                        "--engine",
                        "flink",
                        "--events",
                        mixed.events().toString(),
                        "--out",
                        flink.toString()))
                .isZero();
        assertThat(NetAlert.read(local.resolve("alerts.jsonl"))).isEqualTo(mixed.expected());
        for (String file : List.of("alerts.jsonl", "dead-letters.jsonl", "summary.json", "report.html")) {
            assertThat(flink.resolve(file)).hasSameBinaryContentAs(local.resolve(file));
        }
    }

    /** One pass with a candidate, a sweep and labels; a gate that fails is told by the exit code. */
    @Test
    void bothEnginesTryTheSameBooksAndWriteTheSameBytes() throws IOException {
        Cases.Case mixed = Cases.named("mixed-3");
        Path rules = Files.createDirectories(folder.resolve("candidate"));
        Files.writeString(
                rules.resolve("late.yaml"),
                Books.file(
                        "LATE_SHIPMENT",
                        Books.version(
                                2, "active", "2000-01-01T00:00:00+08:00", "maxJudgements: 2, rejudgeInterval: P1D")));
        String alertId = mixed.expected().get(0).alertId();
        Path labels = Files.writeString(
                folder.resolve("labels.jsonl"), "{\"alertId\":\"" + alertId + "\",\"label\":\"TRUE_POSITIVE\"}\n");
        for (String engine : List.of("local", "flink")) {
            assertThat(run(
                            "backtest",
                            "--engine",
                            engine,
                            "--events",
                            mixed.events().toString(),
                            "--out",
                            folder.resolve(engine).toString(),
                            "--candidate",
                            rules.toString(),
                            "--sweep",
                            "LATE_SHIPMENT.maxJudgements=1..3/1",
                            "--labels",
                            labels.toString(),
                            "--fail-if",
                            "removed >= 0",
                            "--fail-if",
                            "LATE_SHIPMENT.added > 1000"))
                    .isEqualTo(Main.GATE_FAILED);
        }
        Path local = folder.resolve("local");
        for (String file :
                List.of("alerts.jsonl", "candidate-alerts.jsonl", "diff.jsonl", "summary.json", "report.html")) {
            assertThat(folder.resolve("flink").resolve(file)).hasSameBinaryContentAs(local.resolve(file));
        }
        assertThat(local.resolve("diff.jsonl")).isNotEmptyFile();
        assertThat(local.resolve("summary.json"))
                .content()
                .contains(
                        "\"sweep\"",
                        "\"comparison\"",
                        "\"labels\"",
                        "\"truePositives\" : 1",
                        "\"history\":[{\"eventId\"");
    }

    @Test
    void everyFaultOfATrialIsToldBeforeAnythingRuns() throws IOException {
        Path events = Cases.named("mixed-1").events();
        Path out = folder.resolve("out");
        String where = events.toString();
        assertThat(run(
                        "backtest",
                        "--events",
                        where,
                        "--out",
                        out.toString(),
                        "--fail-if",
                        "more > 3",
                        "--labels",
                        folder.resolve("none").toString()))
                .isEqualTo(Main.REFUSED);
        assertThat(told())
                .hasSize(3)
                .anyMatch(line -> line.contains("--candidate is missing"))
                .anyMatch(line -> line.contains("--fail-if is 'more > 3'"))
                .anyMatch(line -> line.contains("there is no file"));
        for (String sweep : List.of(
                "nothing",
                "NO_RULE.days=1,2",
                "LATE_SHIPMENT.no=1,2",
                "LATE_SHIPMENT.maxJudgements=1..9000/1",
                "LATE_SHIPMENT.maxJudgements=a..b/c",
                "LATE_SHIPMENT.maxJudgements=many")) {
            assertThat(run("backtest", "--events", where, "--out", out.toString(), "--sweep", sweep))
                    .as(sweep)
                    .isEqualTo(Main.REFUSED);
        }
        assertThat(run("backtest", "--events", where, "--out", out.toString(), "--shadow", "--candidate", where))
                .isEqualTo(Main.REFUSED);
        assertThat(told()).anyMatch(line -> line.contains("--shadow and --candidate are given"));
        assertThat(out).doesNotExist();
    }

    @Test
    void aReportNobodyWantsIsNotWrittenNorLeftFromBefore() throws IOException {
        String events = Cases.named("mixed-3").events().toString();
        String out = folder.toString();
        Path report = folder.resolve("report.html");
        assertThat(run("backtest", "--events", events, "--out", out)).isZero();
        assertThat(report).isNotEmptyFile();
        assertThat(run("backtest", "--events", events, "--out", out, "--no-report"))
                .isZero();
        assertThat(report).doesNotExist();
    }

    @Test
    void aMissingFolderIsNamed() {
        Path missing = folder.resolve("nowhere");
        assertThat(run("backtest", "--events", missing.toString(), "--out", folder.toString()))
                .isEqualTo(Main.REFUSED);
        assertThat(told()).containsExactly("xunjian: --events: there is no folder " + missing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "flink"})
    void aFileThatIsNoGzipFileIsNamedByEitherEngine(String engine) throws IOException {
        Path file = Files.writeString(folder.resolve("orders.jsonl.gz"), "{}\n");
        String events = folder.toString();
        String out = folder.resolve("out").toString();
        assertThat(run("backtest", "--engine", engine, "--events", events, "--out", out))
                .isEqualTo(Main.FAILED);
        assertThat(told()).containsExactly("xunjian: " + file + " is not a whole gzip file: Not in GZIP format");
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "flink"})
    void aCompressedFileOfNoBytesIsAnEmptyInputToEitherEngine(String engine) throws IOException {
        Files.createFile(folder.resolve("orders.jsonl.gz"));
        String events = folder.toString();
        Path out = folder.resolve("out");
        assertThat(run("backtest", "--engine", engine, "--events", events, "--out", out.toString()))
                .isZero();
        assertThat(out.resolve("alerts.jsonl")).isEmptyFile();
    }

    @Test
    void everyFaultOfARuleBookIsToldAtOnce() throws IOException {
        Path file = folder.resolve("late.yaml");
        Files.writeString(file, "rule: LATE_SHIPMENT\nname: {en: a, zh: b}\nverions: []\n");
        assertThat(run("rules", "lint", "--rules", folder.toString())).isEqualTo(Main.REFUSED);
        assertThat(told())
                .hasSizeGreaterThan(2)
                .anyMatch(line -> line.contains(file + ":3: 'verions' is not known"))
                .anyMatch(line -> line.contains("'clause' is missing"))
                .noneMatch(line -> line.contains("\tat "));
    }

    @Test
    void thePagesOfARuleBookAreWritten() throws IOException {
        Path out = folder.resolve("a/b");
        assertThat(run("rules", "doc", "--out", out.toString())).isZero();
        for (Map.Entry<String, String> page :
                RulePages.of(RuleBook.builtIn(Rules.ALL)).entrySet()) {
            assertThat(out.resolve(page.getKey())).hasContent(page.getValue());
        }
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(run("rules", "doc", "--out", file.toString())).isEqualTo(Main.REFUSED);
        assertThat(told()).containsExactly("xunjian: --out: " + file + " is a file, expected a folder");
    }

    @Test
    void aRuleThatIsNotThereIsToldWithThoseThatAre() {
        assertThat(run("rules", "show", "LATE")).isEqualTo(Main.REFUSED);
        assertThat(told())
                .first()
                .asString()
                .startsWith("There is no rule LATE; there are LATE_SHIPMENT, SHOP_CLOSURE, ");
    }

    @Test
    void aBrokerThatIsNotThereIsToldInFifteenSeconds() {
        long start = System.nanoTime();
        assertThat(run("watch", "--bootstrap", "127.0.0.1:9", "--data", folder.toString()))
                .isEqualTo(Main.REFUSED);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
        assertThat(told())
                .containsExactly(
                        "xunjian: No Kafka broker answers at 127.0.0.1:9. Start one, or set --bootstrap to where it is.");
    }

    @Test
    void anUnknownOptionIsRefused() {
        assertThat(run("backtest", "--events", "x", "--out", "y", "--evnts", "z"))
                .isEqualTo(Main.REFUSED);
        assertThat(err.toString()).contains("--evnts").doesNotContain("\tat ");
    }

    @Test
    void anAlertThatWasChangedIsNamedAndFailsTheVerification() throws IOException {
        String events = Cases.named("mixed-3").events().toString();
        run("backtest", "--events", events, "--out", folder.toString());
        Path alerts = folder.resolve("alerts.jsonl");
        assertThat(run("verify", alerts.toString(), "--events", events)).isZero();
        List<String> lines = Files.readAllLines(alerts);
        lines.set(2, lines.get(2).replaceFirst("\"raisedAt\":1", "\"raisedAt\":2"));
        Files.write(alerts, lines);
        String out = printed(() -> assertThat(run("verify", alerts.toString(), "--events", events, "--json"))
                .isEqualTo(Main.FAILED));
        assertThat(out).contains("\"rejected\":[{\"line\":3,").contains("\"fields\":[\"raisedAt\"]");
    }

    @Test
    void anAlertOfABacktestIsExplained() throws IOException {
        Cases.Case mixed = Cases.named("mixed-3");
        String alertId = mixed.expected().get(0).alertId();
        String out = printed(() -> assertThat(
                        run("explain", alertId, "--events", mixed.events().toString()))
                .isZero());
        assertThat(out).contains(alertId + " · ");
    }

    @Test
    void everyFaultOfAQuestionIsToldAtOnce() {
        Path missing = folder.resolve("nowhere");
        String events = missing.toString();
        assertThat(run("explain", "--events", events, "--key", "boxes/1", "--rule", "LATE_SHIPMENT", "--until", "noon"))
                .isEqualTo(Main.REFUSED);
        assertThat(told())
                .containsExactly(
                        "xunjian: --key is 'boxes/1', expected an id after one of orders/, shipments/",
                        "xunjian: --events: there is no folder " + missing,
                        "xunjian: --until is 'noon', expected epoch milliseconds or an instant like"
                                + " 2022-08-15T00:00:00+08:00");
    }

    @Test
    void aKeyThatIsNotThereIsTold() {
        String events = Cases.named("mixed-3").events().toString();
        assertThat(run("explain", "--events", events, "--key", "orders/none", "--rule", "LATE_SHIPMENT"))
                .isEqualTo(Main.REFUSED);
        assertThat(told())
                .containsExactly(
                        "xunjian: --key: no event in " + events + " that LATE_SHIPMENT judges is of orders/none");
    }

    private static String printed(Runnable program) {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            program.run();
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private int run(String... arguments) {
        return Main.commandLine().setErr(new PrintWriter(err, true)).execute(arguments);
    }

    private List<String> told() {
        return err.toString().lines().toList();
    }
}
