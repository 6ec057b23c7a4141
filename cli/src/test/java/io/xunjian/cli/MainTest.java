package io.xunjian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.Rules;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.pages.RulePages;
import io.xunjian.rules.testing.Books;
import io.xunjian.rules.testing.Cases;
import io.xunjian.rules.testing.NetAlert;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
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
    void whatACandidateChangesStandsInTheSummaryAndOnThePage() throws IOException {
        Path candidate = Files.createDirectory(folder.resolve("candidate"));
        Files.writeString(
                candidate.resolve("late.yaml"),
                Books.file(
                        "LATE_SHIPMENT", Books.version(1, "active", "2000-01-01T00:00:00+08:00", "maxJudgements: 1")));
        Path out = folder.resolve("out");
        String events = Cases.named("mixed-3").events().toString();
        assertThat(run("backtest", "--events", events, "--candidate", candidate.toString(), "--out", out.toString()))
                .isZero();
        assertThat(out.resolve("summary.json")).content().contains("\"comparison\" : {");
        assertThat(Files.readString(out.resolve("report.html")).contains("\"comparison\":{"))
                .isTrue();
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

    private int run(String... arguments) {
        return Main.commandLine().setErr(new PrintWriter(err, true)).execute(arguments);
    }

    private List<String> told() {
        return err.toString().lines().toList();
    }
}
