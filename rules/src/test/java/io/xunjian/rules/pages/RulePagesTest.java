package io.xunjian.rules.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.Rule;
import io.xunjian.rules.Rules;
import io.xunjian.rules.alert.Alert;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.book.RuleDoc.Example;
import io.xunjian.rules.testing.Books;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulePagesTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    static List<Rule<?>> rules() {
        return Rules.ALL;
    }

    @Test
    void thePagesInDocsAreThoseOfTheRuleBook() throws IOException {
        assertThat(pagesInDocs())
                .as("docs/rules is out of date; run: ./xunjian rules doc --out docs/rules")
                .isEqualTo(RulePages.of(Books.BUILT_IN));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theExampleOfARuleHasAnAlertOfIt(Rule<?> rule) {
        Example example = Books.BUILT_IN.doc(rule.code()).example();
        assertThat(ExampleText.alerts(example, Books.BUILT_IN))
                .extracting(alert -> alert.finding().ruleCode())
                .contains(rule.code());
    }

    @Test
    void theAlertsOfAnExampleAreThoseOfTheBookThatIsTold() {
        RuleBook once = Books.with("LATE_SHIPMENT", "maxJudgements: 1");
        Example example = Books.BUILT_IN.doc("LATE_SHIPMENT").example();
        assertThat(alertIds(example, Books.BUILT_IN))
                .containsExactly("LATE_SHIPMENT:o-1:1", "LATE_SHIPMENT:o-1:2", "LATE_SHIPMENT:o-3:1");
        assertThat(alertIds(example, once)).contains("LATE_SHIPMENT:o-1:1").doesNotContain("LATE_SHIPMENT:o-1:2");
        assertThat(RulePages.of(once).get("LATE_SHIPMENT.md"))
                .contains("| `maxJudgements` | ", "| 1 … 100 | `3` | `1` |")
                .contains("at judgement 1 of 1");
    }

    @Test
    void whatAParameterMakesOfAnActionIsTold() {
        RuleBook enforced = Books.with("SHOP_CLOSURE", "mode: ENFORCE");
        assertThat(RulePages.of(Books.BUILT_IN).get("SHOP_CLOSURE.md"))
                .contains("shop closed `SHOP_CLOSURE` (recommended to a person)");
        assertThat(RulePages.of(enforced).get("SHOP_CLOSURE.md"))
                .contains("public warning `WARNING` (carried out)")
                .doesNotContain("`WARNING` (recommended");
    }

    @Test
    void anExampleWithoutAlertsSaysSo() {
        RuleBook later =
                Books.of(Books.file("LATE_SHIPMENT", Books.version(1, "active", "2099-01-01T00:00:00+08:00", "")));
        assertThat(RulePages.of(later).get("LATE_SHIPMENT.md"))
                .contains("Judged as of 2025-03-06 12:00:00: no alert.")
                .contains("截至 2025-03-06 12:00:00 判定：没有预警。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void theReadmesLinkEveryPage(String readme) throws IOException {
        String text = Files.readString(ROOT.resolve(readme));
        for (Rule<?> rule : Rules.ALL) {
            assertThat(text).contains("(docs/rules/" + RulePages.fileOf(rule) + ")");
        }
    }

    @Test
    void aCellStaysInItsRowWhateverItSays() {
        Table table = new Table(List.of("a", "b"));
        table.row(List.of("x | y", "one\n  two\n"));
        assertThat(table).hasToString("| a | b |\n|---|---|\n| x \\| y | one two |\n");
    }

    private static List<String> alertIds(Example example, RuleBook book) {
        List<Alert> alerts = ExampleText.alerts(example, book);
        return alerts.stream().map(alert -> alert.finding().alertId()).toList();
    }

    private static Map<String, String> pagesInDocs() throws IOException {
        Map<String, String> pages = new TreeMap<>();
        try (var files = Files.list(ROOT.resolve("docs/rules"))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".md")).toList()) {
                pages.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return pages;
    }
}
