package io.xunjian.rules.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.xunjian.rules.Rule;
import io.xunjian.rules.Rules;
import io.xunjian.rules.testing.Books;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class RuleFileSchemaTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final String TEXT = RuleFileSchema.of(Rules.ALL, Books.BUILT_IN);

    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(TEXT);

    static List<Rule<?>> rules() {
        return Rules.ALL;
    }

    @Test
    void theSchemaInDocsIsThatOfTheCode() {
        assertThat(ROOT.resolve("docs/rules/rulebook.schema.json"))
                .as("run: ./xunjian rules schema --out docs/rules/rulebook.schema.json")
                .content()
                .isEqualTo(TEXT);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aBuiltInFileIsValidAndNamesTheSchema(Rule<?> rule) throws IOException {
        Path file = fileOf(rule.code());
        assertThat(faults(Files.readString(file))).isEmpty();
        String named = Files.readAllLines(file).get(0).replace("# yaml-language-server: $schema=", "");
        assertThat(file.resolveSibling(named).normalize()).isEqualTo(ROOT.resolve("docs/rules/rulebook.schema.json"));
    }

    @Test
    void aFileThatSaysNoMoreThanItMustIsValid() throws IOException {
        String file = Books.file("CS_UNREACHABLE", Books.version(1, "ACTIVE", "2000-01-01T00:00+08:00", "calls: 2"));
        assertThat(faults(file)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            LATE_SHIPMENT|rule: LATE_SHIPMENT|rule: LATE|$.rule
            LATE_SHIPMENT|rule: LATE_SHIPMENT|rule: CS_UNREACHABLE|$.versions[0].parameters
            LATE_SHIPMENT|versions:|version:|versions
            LATE_SHIPMENT|status: active|status: on|$.versions[0].status
            LATE_SHIPMENT|status: active||status
            LATE_SHIPMENT|effectiveFrom: 2000-01-01T00:00:00+08:00|effectiveFrom: 2000-01-01|$.versions[0].effectiveFrom
            LATE_SHIPMENT|defaultShipWindow: PT48H|shipWindow: PT48H|shipWindow
            LATE_SHIPMENT|defaultShipWindow: PT48H|defaultShipWindow: 48h|$.versions[0].parameters.defaultShipWindow
            LATE_SHIPMENT|maxJudgements: 3|maxJudgements: 101|$.versions[0].parameters.maxJudgements
            LATE_SHIPMENT|maxJudgements: 3|maxJudgements: three|$.versions[0].parameters.maxJudgements
            LATE_SHIPMENT|cureOn: WAYBILL_UPLOADED|cureOn: WAYBILL|$.versions[0].parameters.cureOn
            LATE_SHIPMENT|type: WARNING|type: SCOLDING|$.versions[0].ladder[0].actions[0].type
            LATE_SHIPMENT|amountFen: 1000|amountFen: -1|$.versions[0].ladder[0].actions[1].amountFen
            LATE_SHIPMENT|kind: positive|kind: good|$.tests[0].kind
            LATE_SHIPMENT|kind: positive|kind: negative|$.tests[0].expect
            LATE_SHIPMENT|status: OPEN|status: SHUT|$.tests[0].expect[0].status
            LATE_SHIPMENT|{eventType: ORDER_PAID|{eventType: ORDER_BAID|$.tests[0].events[0].eventType
            LATE_SHIPMENT|orderId: o-1, shopId: s-1, promise|orderId: o-1, promise|shopId
            LATE_SHIPMENT|promiseShipTime: 2025-03-02T10:00:00+08:00}|promisedShipTime: 2025-03-02T10:00:00+08:00}|promisedShipTime
            COMPLAINT_OVERDUE|LOGISTICS: 24|POST: 24|POST
            COMPLAINT_OVERDUE|LOGISTICS: 24|LOGISTICS: 0|$.versions[0].parameters.respondWithinHours.LOGISTICS
            COMPLAINT_OVERDUE|clock: 09:00-21:00|clock: 9-21|$.versions[0].parameters.clock
            COMPLAINT_OVERDUE|liable: true|liable: maybe|$.tests[1].events[2].liable
            CS_UNREACHABLE|sources: [PLATFORM_SPOT_CHECK]|sources: [NOBODY]|$.versions[0].parameters.sources[0]
            CS_UNREACHABLE|sources: [PLATFORM_SPOT_CHECK]|sources: []|$.versions[0].parameters.sources
            """)
    void aFaultyFileIsNotValidWhereItIsFaulty(String rule, String good, String faulty, String where)
            throws IOException {
        String text = Files.readString(fileOf(rule));
        assertThat(text).contains(good);
        assertThat(faults(text.replaceFirst(Pattern.quote(good), faulty == null ? "" : faulty)))
                .anyMatch(fault -> fault.contains(where));
    }

    private static Path fileOf(String code) {
        return ROOT.resolve("rules/src/main/resources/rulebook").resolve(code + ".yaml");
    }

    private static List<String> faults(String yaml) {
        Object read = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return SCHEMA.validate(new ObjectMapper().valueToTree(read)).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }
}
