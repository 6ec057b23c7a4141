package io.xunjian.rules.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.testing.Books;
import org.junit.jupiter.api.Test;

class BookChangesTest {

    private static final String CODE = "LATE_SHIPMENT";
    private static final String FROM_2000 = "2000-01-01T00:00:00+08:00";
    private static final String FROM_2025 = "2025-01-01T00:00:00+08:00";

    private static final String ONE = Books.file(CODE, Books.version(1, "active", FROM_2000, ""));

    @Test
    void ofEqualBooksNothingIsTold() {
        assertThat(BookChanges.text(Books.of(ONE), Books.of(ONE), Tongue.EN)).isEmpty();
        assertThat(BookChanges.text(Books.BUILT_IN, Books.BUILT_IN, Tongue.ZH)).isEmpty();
    }

    @Test
    void whatIsOtherInAVersionIsToldLineByLine() {
        String other = ONE.replace("active", "retired")
                .replace(FROM_2000, FROM_2025)
                .replace("parameters: {}", "parameters: {rejudgeInterval: PT12H, maxJudgements: 2}")
                .replace("zh: 应当", "zh: 必须")
                .replace(
                        "level: 1, severity: MINOR, actions: [{type: WARNING}]",
                        "level: 1, severity: GENERAL, actions:"
                                + " [{type: DEPOSIT_DEDUCTION, mode: RECOMMEND, amountFen: 2050, points: 3}]");
        assertThat(BookChanges.text(Books.of(ONE), Books.of(other), Tongue.EN)).isEqualTo("""
                ## LATE_SHIPMENT A rule

                Version 1 (retired, from 2025-01-01 00:00:00) is changed:

                - status: active → retired
                - in force from: 2000-01-01 00:00:00 → 2025-01-01 00:00:00
                - clause in Chinese: 应当 → 必须
                - `rejudgeInterval`: `PT24H` → `PT12H`
                - `maxJudgements`: `3` → `2`
                - level 1, severity: minor `MINOR` → general `GENERAL`
                - level 1, actions: public warning `WARNING` (carried out) → \
                deduction from the deposit `DEPOSIT_DEDUCTION`, 20.50 yuan, 3 points (recommended to a person)
                """);
    }

    @Test
    void aVersionThatIsAddedIsToldByWhatItHasUnlikeTheOneBeforeIt() {
        RuleBook two = Books.of(Books.file(
                CODE,
                Books.version(1, "active", FROM_2000, ""),
                Books.version(2, "draft", FROM_2025, "cureOn: PICKUP_SCAN")));
        assertThat(BookChanges.text(Books.of(ONE), two, Tongue.EN)).isEqualTo("""
                ## LATE_SHIPMENT A rule

                Version 2 (draft, from 2025-01-01 00:00:00) is added; unlike version 1:

                - `cureOn`: `WAYBILL_UPLOADED` → `PICKUP_SCAN`
                """);
        assertThat(BookChanges.text(two, Books.of(ONE), Tongue.EN)).isEqualTo("""
                ## LATE_SHIPMENT A rule

                Version 2 (draft, from 2025-01-01 00:00:00) is removed.
                """);
    }

    @Test
    void aVersionWithoutAnotherBeforeItIsToldByItsParameters() {
        RuleBook only = Books.of(Books.file(CODE, Books.version(2, "active", FROM_2025, "")));
        assertThat(BookChanges.text(Books.of(ONE), only, Tongue.ZH)).isEqualTo("""
                ## LATE_SHIPMENT 规则

                版本 1（生效，自 2000-01-01 00:00:00 起）删除。

                版本 2（生效，自 2025-01-01 00:00:00 起）新增：

                - `defaultShipWindow`: `PT48H`
                - `rejudgeInterval`: `PT24H`
                - `maxJudgements`: `3`
                - `cureOn`: `WAYBILL_UPLOADED`
                """);
    }

    @Test
    void aRungThatOnlyOneOfThemHasIsTold() {
        String shorter = ONE.replaceAll("(?m)^.*level: [45].*\n", "");
        assertThat(BookChanges.text(Books.of(shorter), Books.of(ONE), Tongue.EN))
                .contains(
                        "- level 4 is added: minor `MINOR`: public warning `WARNING` (carried out)\n- level 5 is added");
        assertThat(BookChanges.text(Books.of(ONE), Books.of(shorter), Tongue.ZH))
                .contains("- 删除第 4 级\n- 删除第 5 级\n");
    }

    @Test
    void whatAParameterMakesOfAnActionIsTold() {
        RuleBook recommended = Books.with("SHOP_CLOSURE", "mode: RECOMMEND");
        RuleBook enforced = Books.with("SHOP_CLOSURE", "mode: ENFORCE");
        assertThat(BookChanges.text(recommended, enforced, Tongue.ZH)).contains("""
                - `mode`：`RECOMMEND` → `ENFORCE`
                - 第 1 级措施：公示警告 `WARNING`（建议，由人工决定） → 公示警告 `WARNING`（执行）
                """);
    }

    @Test
    void everyRuleThatDiffersHasAHeading() {
        RuleBook other = Books.of(ONE, Books.file("CS_UNREACHABLE", Books.version(1, "active", FROM_2000, "")));
        assertThat(BookChanges.text(Books.BUILT_IN, other, Tongue.EN))
                .startsWith("## LATE_SHIPMENT A rule\n\nVersion 1")
                .contains("\n\n## CS_UNREACHABLE A rule\n\nVersion 1")
                .doesNotContain("SHOP_CLOSURE A rule");
    }
}
