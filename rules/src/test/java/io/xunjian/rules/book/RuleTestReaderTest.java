package io.xunjian.rules.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.Rules;
import io.xunjian.rules.Status;
import io.xunjian.rules.testing.Books;
import io.xunjian.rules.testing.Times;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleTestReaderTest {

    private static final String CODE = "LATE_SHIPMENT";

    private static final String FILE = Books.file(
            CODE,
            Books.version(1, "active", "2022-01-01T00:00:00+08:00", ""),
            Books.version(2, "active", "2024-01-01T00:00:00+08:00", "maxJudgements: 1"));

    /** From its second line on one entry a line, so that every fault has a line of its own. */
    private static final String TESTS = """
            tests:
              - name: late
                kind: positive
                asOf: 2025-01-10T00:00:00+08:00
                events:
                  - {eventType: ORDER_PAID, eventTime: 2025-01-01T10:00:00+08:00, orderId: o-1, shopId: s-1}
                  - '{"eventId":"e-9","eventType":"REFUND_APPLIED","eventTime":1735700000000,"orderId":"o-1","shopId":"s-1"}'
                expect:
                  - alertId: LATE_SHIPMENT:o-1:1
                    status: OPEN
                    level: 1
                    raisedAt: 2025-01-03T10:00:00+08:00
              - name: not late
                kind: negative
                version: 1
                asOf: 2025-01-01T10:00:00+08:00
                events:
                  - {eventType: ORDER_PAID, eventTime: 2025-01-01T10:00:00+08:00, orderId: o-1, shopId: s-1}
            """;

    private static final int FIRST_LINE = (int) FILE.lines().count();

    @TempDir
    private Path folder;

    @Test
    void aTestIsWhatItsFileSays() throws IOException, BookRejected {
        Path file = write(FILE + TESTS);
        List<RuleTest> tests =
                TestedBook.read(Rules.ALL, List.of(folder)).tests().get(CODE);
        assertThat(tests).extracting(RuleTest::name).containsExactly("late", "not late");
        RuleTest late = tests.get(0);
        assertThat(late.place()).isEqualTo(file + ":" + (FIRST_LINE + 2));
        assertThat(late.kind()).isEqualTo(RuleTest.Kind.POSITIVE);
        assertThat(late.expected())
                .containsExactly(new ExpectedAlert(
                        "LATE_SHIPMENT:o-1:1",
                        Status.OPEN,
                        2,
                        1L,
                        null,
                        null,
                        Times.at("2025-01-03T10:00:00+08:00"),
                        null));
        assertThat(late.events())
                .first()
                .isEqualTo("{\"eventId\":\"e-1\",\"eventType\":\"ORDER_PAID\","
                        + "\"eventTime\":\"2025-01-01T10:00:00+08:00\",\"orderId\":\"o-1\",\"shopId\":\"s-1\"}");
        assertThat(tests.get(1).expected()).isEmpty();
    }

    @Test
    void aTestIsOfTheVersionThatItNamesElseOfTheOneInForceAtItsHorizon() throws IOException, BookRejected {
        write(FILE + TESTS);
        assertThat(TestedBook.read(Rules.ALL, List.of(folder)).tests().get(CODE))
                .extracting(RuleTest::version)
                .containsExactly(2, 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            name: late|nam: late|2|'name' is missing
            name: late|nam: late|2|'nam' is not known here; known are name, kind, asOf, version, events, expect
            name: not late|name: late|13|'name' is 'late', which another test of this rule has
            kind: positive|kind: good|3|'kind' is 'good', expected one of POSITIVE, NEGATIVE, LIMIT
            kind: positive|kind: negative|3|'kind' is negative, but an alert is expected
            kind: negative|kind: positive|14|'kind' is positive, but no alert is expected
            asOf: 2025-01-10T00:00:00+08:00|asOf: 2021-01-10T00:00:00+08:00|2|'version' is missing, and no version is in force at 'asOf'
            asOf: 2025-01-10T00:00:00+08:00|asOf: 2025-01-10|4|'asOf' is '2025-01-10', expected an instant with an offset
            version: 1|version: 3|15|'version' is 3, which is no version of this rule
            version: 1|version: first|15|'version' is 'first', expected a whole number from 1 to 1000000
            orderId: o-1|orderID: o-1|6|'events' has no event as its 1. entry: MISSING_FIELD 'orderId'
            shopId: s-1}|shopId: s-1, promisedShipTime: 1}|6|'events' has no event as its 1. entry: a field that ORDER_PAID does not have
            shopId: s-1}|shopId: 1}|6|'events' has no event as its 1. entry: INVALID_FIELD 'shopId'
            shopId: s-1}|shopId: [s-1]}|6|'events' has no event as its 1. entry: INVALID_FIELD 'shopId'
            shopId: s-1}|shopId: s-1, shopId: s-2}|6|'events' has no event as its 1. entry: DUPLICATE_FIELD 'shopId'
            "eventId":"e-9"|"eventId":"e-1"|7|'events' has as its 2. entry another event of an earlier one's eventId
            "eventId":"e-9",||7|'events' has no event as its 2. entry: MISSING_FIELD 'eventId'
            alertId: LATE_SHIPMENT:o-1:1|id: LATE_SHIPMENT:o-1:1|9|'alertId' is missing
            status: OPEN|status: SHUT|10|'status' is 'SHUT', expected one of OPEN, CURED, REVOKED
            level: 1|level: 101|11|'level' is '101', expected a whole number from 1 to 100
            level: 1|severity: SMALL|11|'severity' is 'SMALL', expected one of MINOR, GENERAL, SERIOUS, EXTREME
            raisedAt: 2025-01-03T10:00:00+08:00|raisedAt: then|12|'raisedAt' is 'then', expected an instant
            """)
    void aFaultIsToldWithItsLine(String good, String faulty, int line, String message) throws IOException {
        write(FILE + TESTS.replaceFirst(Pattern.quote(good), faulty == null ? "" : faulty));
        assertThat(faults()).anySatisfy(fault -> {
            assertThat(fault.message()).startsWith(message);
            assertThat(fault.line()).isEqualTo(FIRST_LINE + line);
        });
    }

    @Test
    void faultsOfTestsAndOfVersionsAreToldAtOnce() throws IOException {
        write((FILE + TESTS).replace("version: 2", "version: two").replace("status: OPEN", "status: SHUT"));
        assertThat(faults())
                .extracting(Fault::message)
                .containsExactly(
                        "'version' is 'two', expected a whole number from 1 to 1000000",
                        "'status' is 'SHUT', expected one of OPEN, CURED, REVOKED");
    }

    @Test
    void aBookWithoutTestsIsReadButDoesNotPassLint() throws IOException, BookRejected {
        Path file = write(FILE);
        assertThat(RuleBook.read(Rules.ALL, List.of(folder)).versions(CODE)).hasSize(2);
        assertThat(lint())
                .containsExactly(
                        new Fault(
                                file.toString(),
                                5,
                                "version 1 is active without a test that is positive, negative, limit"),
                        new Fault(
                                file.toString(),
                                15,
                                "version 2 is active without a test that is positive, negative, limit"));
    }

    @Test
    void lintTellsTheKindsOfTestThatAVersionLacks() throws IOException {
        write(FILE + TESTS);
        assertThat(lint())
                .extracting(Fault::message)
                .containsExactly(
                        "version 1 is active without a test that is positive, limit",
                        "version 2 is active without a test that is negative, limit");
    }

    @Test
    void aVersionThatIsNotActiveNeedsNoTest() throws IOException, BookRejected {
        write(Books.file(CODE, Books.version(1, "draft", "2022-01-01T00:00:00+08:00", "")));
        TestedBook.lint(Rules.ALL, List.of(folder));
    }

    @Test
    void aFileWithTheSameVersionsKeepsTheTestsOfTheOneThatItReplaces() throws IOException, BookRejected {
        Path under = Files.createDirectory(folder.resolve("under"));
        Path over = Files.createDirectory(folder.resolve("over"));
        Files.writeString(under.resolve("a.yaml"), FILE + TESTS);
        Files.writeString(over.resolve("a.yaml"), FILE);
        assertThat(testsOf(under, over)).hasSize(2);
        Files.writeString(over.resolve("a.yaml"), FILE.replace("maxJudgements: 1", "maxJudgements: 2"));
        assertThat(testsOf(under, over)).isEmpty();
    }

    private static List<RuleTest> testsOf(Path... overlays) throws BookRejected {
        return TestedBook.read(Rules.ALL, List.of(overlays)).tests().get(CODE);
    }

    private List<Fault> faults() {
        try {
            RuleBook.read(Rules.ALL, List.of(folder));
            throw new AssertionError("The book was taken");
        } catch (BookRejected e) {
            return e.faults();
        }
    }

    private List<Fault> lint() {
        try {
            TestedBook.lint(Rules.ALL, List.of(folder));
            throw new AssertionError("The book has passed");
        } catch (BookRejected e) {
            return e.faults();
        }
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("a.yaml"), text);
    }
}
