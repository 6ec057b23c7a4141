package io.xunjian.rules.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.xunjian.rules.Rules;
import io.xunjian.rules.testing.Books;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleDocTest {

    private static final String GOOD = """
            rule: SHOP_CLOSURE
            name: {en: A, zh: 甲}
            clause: {ref: 条款, zh: 应当, en: Shall}
            versions:
              - version: 1
                status: active
                effectiveFrom: 2000-01-01T00:00:00+08:00
                ladder:
                  - {level: 1, severity: MINOR, actions: [{type: WARNING}]}
            doc:
              finds: {en: A, zh: 甲}
              definition: {en: A, zh: 甲}
              cures: {en: A, zh: 甲}
              late: {en: A, zh: 甲}
              parameters:
                minOrders: {unit: {en: A, zh: 甲}, en: A, zh: 甲}
                window: {unit: {en: A, zh: 甲}, en: A, zh: 甲}
                mode: {unit: {en: A, zh: 甲}, en: A, zh: 甲}
              example:
                shows: {en: A, zh: 甲}
                asOf: 2025-01-01T00:00:00+08:00
                events:
                  - '{"eventId":"e","eventType":"ORDER_PAID","eventTime":1735689600000,"orderId":"o","shopId":"s"}'
            """;

    @TempDir
    private Path folder;

    @Test
    void aFileWithADocReplacesTheBuiltInOne() throws IOException, BookRejected {
        Files.writeString(folder.resolve("a.yaml"), GOOD);
        RuleBook book = RuleBook.read(Rules.ALL, List.of(folder));
        assertThat(book.doc("SHOP_CLOSURE").finds().zh()).isEqualTo("甲");
        assertThat(book.doc("LATE_SHIPMENT")).isEqualTo(Books.BUILT_IN.doc("LATE_SHIPMENT"));
    }

    @Test
    void anEventOfAnExampleMayBeAMapping() throws IOException, BookRejected {
        String text = GOOD.replaceFirst(
                "'\\{\"eventId\".*'", "{eventType: REFUND_AGREED, eventTime: 1735689600000, orderId: o, shopId: s}");
        Files.writeString(folder.resolve("a.yaml"), text);
        assertThat(RuleBook.read(Rules.ALL, List.of(folder))
                        .doc("SHOP_CLOSURE")
                        .example()
                        .events())
                .containsExactly("{\"eventId\":\"e-1\",\"eventType\":\"REFUND_AGREED\","
                        + "\"eventTime\":1735689600000,\"orderId\":\"o\",\"shopId\":\"s\"}");
    }

    @Test
    void aFileWithoutADocKeepsTheBuiltInOne() {
        RuleBook book = Books.with("SHOP_CLOSURE", "minOrders: 2");
        assertThat(book.doc("SHOP_CLOSURE")).isNotNull().isEqualTo(Books.BUILT_IN.doc("SHOP_CLOSURE"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            finds: {en: A, zh: 甲}|finds: {en: A}|11|'zh' is missing
            finds: {en: A, zh: 甲}|finds: A|11|'finds' must be a mapping (name: value)
            late: {en: A, zh: 甲}|lat: {en: A, zh: 甲}|14|'lat' is not known here; known are finds, definition, cures, late, parameters, example
            minOrders: {unit|maxOrders: {unit|16|'maxOrders' is not known here; known are minOrders, window, mode
            minOrders: {unit: {en: A, zh: 甲}|minOrders: {unit: {en: A}|16|'zh' is missing
            minOrders: {unit: {en: A, zh: 甲}, |minOrders: {|16|'unit' is missing
            asOf: 2025-01-01T00:00:00+08:00|asOf: yesterday|21|'asOf' is 'yesterday', expected an instant with an offset like 2022-08-15T00:00:00+08:00
            "ORDER_PAID"|"ORDER_BAID"|23|'events' has no event as its 1. entry: UNKNOWN_TYPE 'eventType'
            ,"shopId":"s"||23|'events' has no event as its 1. entry: MISSING_FIELD 'shopId'
            doc:|doc: A|11|is not YAML
            """)
    void aFaultIsToldWithItsLine(String good, String faulty, int line, String message) throws IOException {
        String text = GOOD.replace(good, faulty == null ? "" : faulty);
        assertThat(faults(text)).anySatisfy(fault -> {
            assertThat(fault.message()).startsWith(message);
            assertThat(fault.line()).isEqualTo(line);
        });
    }

    @Test
    void aMissingPartIsToldOnce() throws IOException {
        assertThat(faults(GOOD.substring(0, GOOD.indexOf("  finds")) + "  late: {en: A, zh: 甲}\n"))
                .extracting(Fault::message)
                .containsExactly(
                        "'finds' is missing",
                        "'definition' is missing",
                        "'cures' is missing",
                        "'parameters' is missing",
                        "'example' is missing");
    }

    @Test
    void aParameterIsKnownByItsNameItsLimitsAndWhatItIsWithoutAWord() {
        RuleVersion version = Books.with("COMPLAINT_OVERDUE", "resolveWithin: P2D, respondWithinHours: {COURIER: 3}")
                .version("COMPLAINT_OVERDUE", 1);
        String hours = "{EXCHANGE: 12, REFUND_OPERATION: 2, COURIER: %s, SERVICE: 12, LOGISTICS: 24,"
                + " COUNTERFEIT: 12, FALSE_ADVERTISING: 12, OTHER: 12}";
        assertThat(version.values())
                .extracting(
                        Parameter::name, parameter -> parameter.accepts().words(), Parameter::orElse, Parameter::value)
                .containsExactly(
                        tuple("respondWithinHours", "1 … 10000", hours.formatted(12), hours.formatted(3)),
                        tuple("reopenedWithinHours", "1 … 10000", "2", "2"),
                        tuple("clock", "00:00-24:00", "09:00-21:00", "09:00-21:00"),
                        tuple("resolveWithin", "PT0.001S … P3660D", "PT48H", "PT48H"),
                        tuple("compensateWithin", "PT0.001S … P3660D", "P3D", "P3D"));
    }

    private List<Fault> faults(String text) throws IOException {
        Files.writeString(folder.resolve("a.yaml"), text);
        try {
            RuleBook.read(Rules.ALL, List.of(folder));
            throw new AssertionError("The book was taken");
        } catch (BookRejected e) {
            return e.faults();
        }
    }
}
