package io.xunjian.rules.book;

import static io.xunjian.rules.testing.Times.DAY;
import static io.xunjian.rules.testing.Times.HOUR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunjian.rules.Rules;
import io.xunjian.rules.testing.Books;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmendmentTest {

    private static final String FROM = "2025-06-01T00:00:00Z";
    private static final long EFFECTIVE = Instant.parse(FROM).toEpochMilli();
    private static final String LATE = "LATE_SHIPMENT";

    /** With how much further back than the built-in version each of these looks, in hours. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LATE_SHIPMENT     | defaultShipWindow: PT96H            | 0",
                "COMPLAINT_OVERDUE | resolveWithin: PT240H               | 0",
                "CS_UNREACHABLE    | window: PT12H                       | 0",
                "CS_UNREACHABLE    | window: PT48H                       | 24",
                "SHOP_CLOSURE      | window: P7D                         | 0",
                "SHOP_CLOSURE      | window: P40D                        | 240",
                "PROVIDER_INACTIVE | days: 30                            | 0",
                "PROVIDER_INACTIVE | days: 100                           | 240"
            })
    void aVersionIsTakenUpToTheLeadTimeAndWhatItLooksFurtherBackBeforeItTakesEffect(
            String rule, String change, int further) {
        String file = Books.builtInFileWith(rule, Books.version(2, "active", FROM, change));
        long latest = EFFECTIVE - HOUR - further * HOUR;
        assertThatCode(() -> take(file, latest)).doesNotThrowAnyException();
        assertThatThrownBy(() -> take(file, latest + 1))
                .isInstanceOf(BookRejected.class)
                .hasMessageContaining("version 2 takes effect at 2025-06-01");
    }

    @Test
    void aCategoryWhoseProvidersWereForgottenIsNeverEarlyEnough() {
        String file =
                Books.builtInFileWith("PROVIDER_INACTIVE", Books.version(2, "active", FROM, "categoryCode: LOGISTICS"));
        assertThatThrownBy(() -> take(file, EFFECTIVE - 3_000 * DAY)).hasMessageContaining("facts that are forgotten");
    }

    @Test
    void whatIsInForceMayBeWordedAnewButNotChanged() throws BookRejected {
        String whole = Books.builtInFileWith(LATE, "");
        String file = whole.substring(0, whole.indexOf("\ntests:") + 1);
        assertThat(take(file.replace("Late shipment", "Shipped late"), EFFECTIVE)
                        .version(LATE, 1)
                        .name()
                        .en())
                .isEqualTo("Shipped late");
        assertThatThrownBy(() -> take(file.replace("maxJudgements: 3", "maxJudgements: 2"), EFFECTIVE))
                .hasMessageContaining("changes or leaves out version 1");
        assertThatThrownBy(() -> take(file.replace("status: active", "status: retired"), EFFECTIVE))
                .hasMessageContaining("changes or leaves out version 1");
        assertThatThrownBy(() -> take(Books.file(LATE, Books.version(2, "active", FROM, "")), EFFECTIVE - DAY))
                .hasMessageContaining("changes or leaves out version 1");
    }

    @Test
    void whatIsToComeMayBePutOffOrTakenBackWhileThereIsTime() throws BookRejected {
        RuleBook book = take(second("defaultShipWindow: PT24H", FROM), EFFECTIVE - DAY);
        String later = "2025-07-01T00:00:00Z";
        Amendment putOff = amendment(book, second("defaultShipWindow: PT24H", later));
        assertThatCode(() -> putOff.requireEarly(Rules.of(LATE), EFFECTIVE - HOUR, HOUR))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> putOff.requireEarly(Rules.of(LATE), EFFECTIVE - HOUR + 1, HOUR))
                .hasMessageContaining("changes or leaves out version 2");
        assertThatCode(() -> amendment(book, Books.builtInFileWith(LATE, ""))
                        .requireEarly(Rules.of(LATE), EFFECTIVE - HOUR, HOUR))
                .doesNotThrowAnyException();
    }

    @Test
    void aDraftMayBeChangedAtAnyTime() throws BookRejected {
        String draft = Books.builtInFileWith(LATE, Books.version(2, "draft", FROM, "defaultShipWindow: PT23H"));
        RuleBook book = take(draft, EFFECTIVE + DAY);
        assertThatCode(() -> amendment(book, draft.replace("PT23H", "PT36H"))
                        .requireEarly(Rules.of(LATE), EFFECTIVE + DAY, HOUR))
                .doesNotThrowAnyException();
    }

    @Test
    void aFileThatSaysNothingNewIsKnownAsSuch() throws BookRejected {
        assertThat(amendment(Books.BUILT_IN, Books.builtInFileWith(LATE, "")).saysNothingNew())
                .isTrue();
        assertThat(amendment(Books.BUILT_IN, second("", FROM)).saysNothingNew()).isFalse();
    }

    @Test
    void aShadowVersionNeedsSomebodyToJudgeIt() throws BookRejected {
        Amendment amendment = amendment(
                Books.BUILT_IN, Books.builtInFileWith(LATE, Books.version(2, "shadow", FROM, "maxJudgements: 1")));
        assertThatThrownBy(() -> amendment.requireShadowsJudged(Books.BUILT_IN))
                .hasMessageContaining("nobody to judge it");
        assertThatCode(() -> amendment.requireShadowsJudged(amendment.taken())).doesNotThrowAnyException();
    }

    @Test
    void everyFaultOfAFileIsToldAtOnce() {
        String file = second("defaultShipWindow: soon, maxJudgements: 0", FROM);
        assertThatThrownBy(() -> amendment(Books.BUILT_IN, file))
                .hasMessageContaining("defaultShipWindow")
                .hasMessageContaining("maxJudgements");
    }

    private static String second(String change, String effectiveFrom) {
        return Books.builtInFileWith(LATE, Books.version(2, "active", effectiveFrom, change));
    }

    private static Amendment amendment(RuleBook book, String file) throws BookRejected {
        return Amendment.read(book, Rules.ALL, "rules", file);
    }

    private static RuleBook take(String file, long publishedAt) throws BookRejected {
        Amendment amendment = amendment(Books.BUILT_IN, file);
        amendment.requireEarly(Rules.of(amendment.ruleCode()), publishedAt, HOUR);
        return amendment.taken();
    }
}
