package io.xunjian.rules.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunjian.rules.Rules;
import io.xunjian.rules.testing.Books;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleFileFaultsTest {

    /** One entry a line, so that every fault has a line of its own. */
    private static final String GOOD = """
            rule: LATE_SHIPMENT
            name:
              en: Late shipment
              zh: 发货超时
            clause:
              ref: 条款
              zh: 应当
              en: Shall
            versions:
              - version: 1
                status: active
                effectiveFrom: 2000-01-01T00:00:00+08:00
                parameters:
                  defaultShipWindow: PT48H
                  maxJudgements: 1
                  cureOn: PICKUP_SCAN
                ladder:
                  - level: 1
                    severity: MINOR
                    actions:
                      - type: WARNING
                        mode: ENFORCE
                        amountFen: 1000
                        points: 2
            """;

    @TempDir
    private Path folder;

    @Test
    void theFileThatTheFaultsAreMadeOfIsGood() throws IOException, BookRejected {
        write("a.yaml", GOOD);
        RuleVersion version = RuleBook.read(Rules.ALL, List.of(folder))
                .versions("LATE_SHIPMENT")
                .get(0);
        assertThat(version.rung(1).actions()).containsExactly(new Action(ActionType.WARNING, Mode.ENFORCE, 1000, 2));
        assertThat(version.clause()).isEqualTo(new Clause("条款", "应当", "Shall"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            rule: LATE_SHIPMENT|rule: LATE|1|'rule' is 'LATE', expected one of LATE_SHIPMENT, SHOP_CLOSURE
            rule: LATE_SHIPMENT|rule:|1|'rule' is missing
            rule: LATE_SHIPMENT|rule: []|1|'rule' expects a value
            en: Late shipment|en: ''|3|'en' expects a value
            en: Late shipment|de: Spaet|3|'de' is not known here; known are en, zh
            ref: 条款|ref: {a: b}|6|'ref' expects a value
            - version: 1|- version: 0|10|'version' is '0', expected a whole number from 1 to 1000000
            - version: 1|- version: 1.0|10|'version' is '1.0', expected a whole number
            - version: 1|- version: one|10|'version' is 'one', expected a whole number
            status: active|status: Active|11|'status' is 'Active', expected one of DRAFT, SHADOW, ACTIVE, RETIRED
            status: active|stat: active|11|'stat' is not known here
            effectiveFrom: 2000-01-01T00:00:00+08:00|effectiveFrom: 2000-01-01|12|expected an instant with an offset
            effectiveFrom: 2000-01-01T00:00:00+08:00|effectiveFrom: 2000-01-01T00:00:00|12|expected an instant
            effectiveFrom: 2000-01-01T00:00:00+08:00|effectiveFrom:|10|'effectiveFrom' is missing
            defaultShipWindow: PT48H|defaultShipWindow: 48h|14|expected a duration like PT48H or P30D
            defaultShipWindow: PT48H|defaultShipWindow: P1M|14|expected a duration like PT48H or P30D
            defaultShipWindow: PT48H|defaultShipWindow: PT0S|14|expected between PT0.001S and
            defaultShipWindow: PT48H|defaultShipWindow: -PT1H|14|expected between PT0.001S and
            defaultShipWindow: PT48H|defaultShipWindow: P3661D|14|expected between PT0.001S and
            defaultShipWindow: PT48H|defaultShipWindow: P999999999999D|14|expected between PT0.001S and
            defaultShipWindow: PT48H|defaultShipWindow: P999999999999999D|14|expected a duration like PT48H or P30D
            defaultShipWindow: PT48H|defaultShipWindow: [PT48H]|14|'defaultShipWindow' expects a value
            defaultShipWindow: PT48H|shipWindow: PT48H|14|'shipWindow' is not known here
            maxJudgements: 1|maxJudgements: 0|15|expected a whole number from 1 to 100
            maxJudgements: 1|maxJudgements: 101|15|expected a whole number from 1 to 100
            maxJudgements: 1|maxJudgements: 2|17|'ladder' has 1 rungs, but these parameters judge 2 times
            cureOn: PICKUP_SCAN|cureOn: WAYBILL|16|expected one of WAYBILL_UPLOADED, PICKUP_SCAN
            cureOn: PICKUP_SCAN|maxJudgements: 1|16|'maxJudgements' stands twice
            - level: 1|- level: 2|18|'level' is out of order
            - level: 1|- level: x|18|'level' is 'x', expected a whole number from 1 to 100
            severity: MINOR|severity: SMALL|19|expected one of MINOR, GENERAL, SERIOUS, EXTREME
            - type: WARNING|- type: SCOLDING|21|'type' is 'SCOLDING', expected one of WARNING, CONSUMER_COMPENSATION
            mode: ENFORCE|mode: MAYBE|22|expected one of ENFORCE, RECOMMEND
            mode: ENFORCE|mod: ENFORCE|22|'mod' is not known here
            amountFen: 1000|amountFen: -1|23|expected a whole number from 0
            amountFen: 1000|amountFen: 0.5|23|expected a whole number from 0
            points: 2|points: many|24|expected a whole number from 0 to 1000000
            """)
    void aFaultIsToldWithItsFileAndLine(String good, String faulty, int line, String message) throws IOException {
        Path file = write("a.yaml", GOOD.replace(good, faulty));
        assertThat(faults())
                .allMatch(fault -> fault.file().equals(file.toString()))
                .anySatisfy(fault -> {
                    assertThat(fault.line()).isEqualTo(line);
                    assertThat(fault.message()).contains(message);
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            COMPLAINT_OVERDUE|respondWithinHours: {COURIER: 0}|'COURIER' is '0', expected a whole number from 1 to 10000
            COMPLAINT_OVERDUE|respondWithinHours: {COURIER: 10001}|'COURIER' is '10001', expected a whole number from 1 to
            COMPLAINT_OVERDUE|respondWithinHours: {COURIER: soon}|'COURIER' is 'soon', expected a whole number
            COMPLAINT_OVERDUE|respondWithinHours: {COURIER: [1]}|'COURIER' expects a value
            COMPLAINT_OVERDUE|respondWithinHours: {POST: 1}|'POST' is not known here; known are EXCHANGE, REFUND_OPERATION
            COMPLAINT_OVERDUE|respondWithinHours: 12|'respondWithinHours' must be a mapping
            COMPLAINT_OVERDUE|reopenedWithinHours: 0|'reopenedWithinHours' is '0', expected a whole number from 1 to 10000
            COMPLAINT_OVERDUE|clock: 21:00-09:00|'clock' is '21:00-09:00', expected hours of the day like 09:00-21:00
            COMPLAINT_OVERDUE|clock: 9-21|'clock' is '9-21', expected hours of the day like 09:00-21:00
            COMPLAINT_OVERDUE|clock: [9, 21]|'clock' expects a value
            COMPLAINT_OVERDUE|resolveWithin: PT0S|expected between PT0.001S and
            COMPLAINT_OVERDUE|compensateWithin: soon|expected a duration like PT48H or P30D
            PROVIDER_INACTIVE|days: 0|'days' is '0', expected a whole number from 1 to 3660
            PROVIDER_INACTIVE|days: 3661|'days' is '3661', expected a whole number from 1 to 3660
            PROVIDER_INACTIVE|logic: XOR|'logic' is 'XOR', expected one of OR, AND
            PROVIDER_INACTIVE|minTenureDays: -1|'minTenureDays' is '-1', expected a whole number from 0 to 3660
            PROVIDER_INACTIVE|categoryCode: [A]|'categoryCode' expects a value
            PROVIDER_INACTIVE|categoryCode: {a: b}|'categoryCode' expects a value
            PROVIDER_INACTIVE|minOrderFen: -1|'minOrderFen' is '-1', expected a whole number from 0
            CS_UNREACHABLE|calls: 0|'calls' is '0', expected a whole number from 1 to 1000
            CS_UNREACHABLE|sources: [NOBODY]|'sources' is 'NOBODY', expected one of
            CS_UNREACHABLE|sources: []|'sources' expects a list with at least one entry
            CS_UNREACHABLE|minTalkSeconds: -1|'minTalkSeconds' is '-1', expected a whole number from 0
            """)
    void aFaultyParameterIsToldOnceWithItsLine(String rule, String parameter, String message) throws IOException {
        write(
                "a.yaml",
                GOOD.replace("LATE_SHIPMENT", rule)
                                .replaceFirst("(?s) {6}defaultShipWindow.*?PICKUP_SCAN", "      " + parameter)
                                .replaceFirst("(?s)    ladder:.*", "")
                        + Books.version(7, "draft", "2001-01-01T00:00:00+08:00", "")
                                .replaceFirst("(?s).*(    ladder:.*)", "$1"));
        assertThat(faults()).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(14);
            assertThat(fault.message()).contains(message);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rule",
                "en",
                "ref",
                "- version",
                "status",
                "effectiveFrom",
                "defaultShipWindow",
                "maxJudgements",
                "cureOn",
                "- level",
                "severity",
                "- type",
                "mode",
                "amountFen",
                "points"
            })
    void aValueOfTheWrongTypeIsToldOnce(String name) throws IOException {
        write("a.yaml", GOOD.replaceFirst("(?m)^( *" + name + "): .*$", "$1: [x]"));
        assertThat(faults())
                .singleElement()
                .extracting(Fault::message, InstanceOfAssertFactories.STRING)
                .isEqualTo("'" + name.replace("- ", "") + "' expects a value");
    }

    @Test
    void whatIsReadInPlaceOfAFaultyValueIsNoFault() throws IOException {
        write(
                "a.yaml",
                GOOD.replace("version: 1", "version: one").replace("2000-01-01T00:00:00+08:00", "2000")
                        + second("1", "1970-01-01T00:00:00Z"));
        assertThat(faults())
                .extracting(Fault::line)
                .as("the faulty values themselves, not the second version's good ones")
                .containsExactly(10, 12);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a: [                | 2 | is not YAML
            'a: b\tc: d: e'     | 1 | is not YAML
            {a: b} {c: d}       | 1 | is not YAML
            ''                  | 0 | is empty; expected a rule
            # only a comment    | 0 | is empty; expected a rule
            - a                 | 1 | a rule file must be a mapping
            text                | 1 | a rule file must be a mapping
            """)
    void whatIsNoRuleFileIsToldAsSuch(String text, int line, String message) throws IOException {
        Path file = write("a.yaml", text + "\n");
        assertThat(faults()).anySatisfy(fault -> {
            assertThat(fault.message()).startsWith(message);
            assertThat(fault.line()).isEqualTo(line);
            assertThat(fault.toString()).startsWith(file + (line == 0 ? ": " : ":" + line + ": "));
        });
    }

    @Test
    void everyPartThatIsMissingIsTold() throws IOException {
        write("a.yaml", "rule: LATE_SHIPMENT\n");
        assertThat(faults())
                .extracting(Fault::message)
                .containsExactly("'name' is missing", "'clause' is missing", "'versions' is missing");
    }

    @Test
    void everyPartOfAVersionThatIsMissingIsTold() throws IOException {
        write("a.yaml", GOOD.substring(0, GOOD.indexOf("  - version")) + "  - parameters: {}\n");
        assertThat(faults())
                .extracting(Fault::message)
                .contains(
                        "'version' is missing",
                        "'status' is missing",
                        "'effectiveFrom' is missing",
                        "'ladder' is missing");
    }

    @Test
    void twoVersionsOfOneNumberAreAFault() throws IOException {
        write("a.yaml", GOOD + second("1", "2022-01-01T00:00:00+08:00"));
        assertThat(faults()).singleElement().satisfies(fault -> {
            assertThat(fault.message()).isEqualTo("'version' is 1, which another version of this rule has");
            assertThat(fault.line()).isEqualTo(25);
        });
    }

    @Test
    void twoActiveVersionsFromOneInstantAreAFault() throws IOException {
        write("a.yaml", GOOD + second("2", "1999-12-31T16:00:00Z"));
        assertThat(faults()).singleElement().satisfies(fault -> {
            assertThat(fault.message()).isEqualTo("'effectiveFrom' is the same as another active version's");
            assertThat(fault.line()).isEqualTo(27);
        });
    }

    @Test
    void twoFilesForOneRuleAreAFault() throws IOException {
        Path first = write("a.yaml", GOOD);
        Path second = write("b.yml", GOOD);
        assertThat(faults())
                .containsExactly(new Fault(second.toString(), 0, "rule LATE_SHIPMENT stands in " + first + " already"));
    }

    @Test
    void faultsOfEveryFileAreToldAtOnce() throws IOException {
        write("a.yaml", GOOD.replace("MINOR", "SMALL").replace("WARNING", "SCOLDING"));
        write("b.yaml", "[");
        write("c.yaml", GOOD.replace("LATE_SHIPMENT", "LATE"));
        write("d.txt", "passed over");
        List<Fault> faults = faults();
        assertThat(faults)
                .extracting(fault -> Path.of(fault.file()).getFileName().toString())
                .containsExactly("a.yaml", "a.yaml", "b.yaml", "c.yaml");
        assertThatThrownBy(() -> RuleBook.read(Rules.ALL, List.of(folder)))
                .hasMessageContainingAll(faults.stream().map(Fault::toString).toArray(String[]::new));
    }

    @Test
    void aFolderThatIsMissingIsAFault() {
        folder = folder.resolve("missing");
        assertThat(faults()).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo(folder.toString());
            assertThat(fault.message()).startsWith("is not a folder");
        });
    }

    @Test
    void aFolderWithoutRuleFilesIsAFault() {
        assertThat(faults()).containsExactly(new Fault(folder.toString(), 0, "has no rule file (.yaml)"));
    }

    @Test
    void aFileThatIsNotUtf8IsAFault() throws IOException {
        Path file = Files.write(folder.resolve("a.yaml"), GOOD.getBytes(StandardCharsets.UTF_16LE));
        Files.write(folder.resolve("b.yaml"), new byte[] {'a', ':', ' ', (byte) 0xE9});
        assertThat(faults()).anyMatch(fault -> fault.file().equals(file.toString()));
        assertThat(faults()).anyMatch(fault -> fault.message().startsWith("cannot be read as UTF-8 text"));
    }

    @Test
    void aFolderThatIsNamedLikeARuleFileIsAFault() throws IOException {
        Files.createDirectory(folder.resolve("a.yaml"));
        assertThat(faults())
                .singleElement()
                .extracting(Fault::message, InstanceOfAssertFactories.STRING)
                .startsWith("cannot be read");
    }

    @Test
    void anInstantBeyondAllMillisecondsIsAFault() throws IOException {
        write("a.yaml", GOOD.replace("2000-01-01T00:00:00+08:00", "+999999999-01-01T00:00:00Z"));
        assertThat(faults()).anyMatch(fault -> fault.line() == 12);
    }

    private static String second(String version, String effectiveFrom) {
        return GOOD.substring(GOOD.indexOf("  - version"))
                .replace("version: 1", "version: " + version)
                .replace("2000-01-01T00:00:00+08:00", effectiveFrom);
    }

    private List<Fault> faults() {
        try {
            RuleBook.read(Rules.ALL, List.of(folder));
            throw new AssertionError("The book was taken");
        } catch (BookRejected e) {
            return e.faults();
        }
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
