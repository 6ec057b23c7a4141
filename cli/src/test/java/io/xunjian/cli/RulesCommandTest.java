package io.xunjian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.Rules;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.book.RuleFileSchema;
import io.xunjian.rules.testing.Books;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCommandTest {

    private static final String FROM_2000 = "2000-01-01T00:00:00+08:00";

    private static final String UNTESTED = Books.file("LATE_SHIPMENT", Books.version(1, "active", FROM_2000, ""));

    private static final String TESTED = UNTESTED + """
            tests:
              - name: found too early
                kind: positive
                asOf: 2025-01-03T09:00:00+08:00
                events:
                  - {eventType: ORDER_PAID, eventTime: 2025-01-01T10:00:00+08:00, orderId: o-1, shopId: s-1}
                expect:
                  - {alertId: LATE_SHIPMENT:o-1:1, status: OPEN, level: 1}
              - name: nothing yet
                kind: negative
                asOf: 2025-01-03T09:00:00+08:00
                events:
                  - {eventType: ORDER_PAID, eventTime: 2025-01-01T10:00:00+08:00, orderId: o-1, shopId: s-1}
              - name: late exactly now
                kind: limit
                asOf: 2025-01-03T10:00:00+08:00
                events:
                  - {eventType: ORDER_PAID, eventTime: 2025-01-01T10:00:00+08:00, orderId: o-1, shopId: s-1}
            """;

    @TempDir
    private Path folder;

    private final PrintStream screen = System.out;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void giveBack() {
        System.setOut(screen);
    }

    @Test
    void theBuiltInTestsPass() {
        assertThat(run("test")).isZero();
        assertThat(said())
                .contains("LATE_SHIPMENT\n  passed  version 1  positive  ", "\nPROVIDER_INACTIVE\n", ", 0 failed\n");
    }

    @Test
    void aTestThatFailsIsToldWithWhatWasExpectedAndWhatWasFound() throws IOException {
        Path file = write(TESTED);
        assertThat(run("test", "--rules", folder.toString(), "late_shipment")).isEqualTo(Main.FAILED);
        assertThat(said())
                .startsWith("LATE_SHIPMENT\n  FAILED  version 1  positive  found too early\n          " + file + ":")
                .contains("""
                        as of 2025-01-03T09:00:00+08:00
                                  expected  LATE_SHIPMENT:o-1:1  level 1  OPEN
                                  found     no such alert
                          passed  version 1  negative  nothing yet
                          FAILED  version 1  limit     late exactly now
                        """)
                .containsPattern("""
                        found {5}LATE_SHIPMENT:o-1:1 {2}level 1 {2}OPEN {2}raised 2025-01-03T10:00:00\\+08:00
                         {20}Order o-1 was to ship by 2025-01-03 10:00:00""")
                .endsWith("\n1 passed, 2 failed\n");
    }

    @Test
    void inWhatAnAlertDiffersIsTold() throws IOException {
        write(TESTED.replace("asOf: 2025-01-03T09:00:00+08:00", "asOf: 2025-01-03T10:00:00+08:00")
                .replace("level: 1}\n", "level: 2}\n"));
        assertThat(run("test", "--rules", folder.toString(), "LATE_SHIPMENT")).isEqualTo(Main.FAILED);
        assertThat(said()).contains("          because   level is 1, expected 2\n");
    }

    @Test
    void aRuleWithoutTestsSaysSo() throws IOException {
        write(UNTESTED);
        assertThat(run("test", "--rules", folder.toString(), "LATE_SHIPMENT")).isZero();
        assertThat(said()).isEqualTo("LATE_SHIPMENT  no tests\n\n0 passed, 0 failed\n");
    }

    @Test
    void lintRefusesWhatIsNotTested() throws IOException {
        Path file = write(UNTESTED);
        assertThat(run("lint", "--rules", folder.toString())).isEqualTo(Main.REFUSED);
        assertThat(err.toString().lines())
                .containsExactly(
                        "The rule book has faults:",
                        "  " + file + ":5: version 1 is active without a test that is positive, negative, limit");
        write(TESTED);
        assertThat(run("lint", "--rules", folder.toString())).isZero();
        assertThat(said()).isEqualTo("The rule book is sound.\n");
    }

    @Test
    void booksAreComparedWithTheBuiltInOneOrWithEachOther() throws IOException {
        Path from = Files.createDirectory(folder.resolve("from"));
        Path to = Files.createDirectory(folder.resolve("to"));
        Files.writeString(from.resolve("a.yaml"), UNTESTED);
        Files.writeString(to.resolve("a.yaml"), UNTESTED.replace("{}", "{maxJudgements: 2}"));
        assertThat(run("diff", "--from", from.toString(), "--to", to.toString()))
                .isZero();
        assertThat(said()).endsWith("\n\n- `maxJudgements`: `3` → `2`\n");
        out.reset();
        assertThat(run("diff", "--rules", from.toString())).isZero();
        assertThat(said()).startsWith("## LATE_SHIPMENT A rule\n").doesNotContain("maxJudgements");
        out.reset();
        assertThat(run("diff", "--from", to.toString(), "--to", to.toString())).isZero();
        assertThat(said()).isEmpty();
    }

    @Test
    void theSchemaIsWritten() throws IOException {
        Path file = folder.resolve("a/schema.json");
        assertThat(run("schema", "--out", file.toString())).isZero();
        assertThat(file).content().isEqualTo(RuleFileSchema.of(Rules.ALL, RuleBook.builtIn(Rules.ALL)));
        assertThat(run("schema", "--out", folder.toString())).isEqualTo(Main.REFUSED);
        assertThat(err.toString()).isEqualTo("xunjian: --out: " + folder + " is a folder, expected a file\n");
    }

    private int run(String command, String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "rules";
        arguments[1] = command;
        System.arraycopy(options, 0, arguments, 2, options.length);
        return Main.commandLine().setErr(new PrintWriter(err, true)).execute(arguments);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("a.yaml"), text);
    }
}
