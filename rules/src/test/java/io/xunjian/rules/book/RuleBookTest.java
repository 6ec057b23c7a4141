package io.xunjian.rules.book;

import static io.xunjian.rules.testing.Books.file;
import static io.xunjian.rules.testing.Books.version;
import static io.xunjian.rules.testing.Times.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunjian.rules.Rule;
import io.xunjian.rules.Rules;
import io.xunjian.rules.testing.Books;
import io.xunjian.rules.testing.Times;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;

class RuleBookTest {

    private static final String CODE = "LATE_SHIPMENT";
    private static final RuleBook BOOK = Books.of(file(
            CODE,
            version(4, "retired", "2024-01-01T00:00:00+08:00", ""),
            version(2, "active", "2022-01-01T00:00:00+08:00", ""),
            version(6, "draft", "2022-01-01T00:00:00+08:00", ""),
            version(1, "active", "2021-01-01T00:00:00+08:00", ""),
            version(5, "shadow", "2023-06-01T00:00:00+08:00", ""),
            version(3, "ACTIVE", "2023-01-01T00:00:00+08:00", "")));

    @Test
    void theVersionInForceIsTheLatestActiveOneThatHasBegun() {
        assertThat(numberAt("2021-01-01T00:00:00+08:00")).isEqualTo(1);
        assertThat(numberAt("2021-12-31T23:59:59.999+08:00")).isEqualTo(1);
        assertThat(numberAt("2022-01-01T00:00:00+08:00")).isEqualTo(2);
        assertThat(numberAt("2022-12-31T23:59:59.999+08:00")).isEqualTo(2);
        assertThat(numberAt("2023-01-01T00:00:00+08:00")).isEqualTo(3);
    }

    @Test
    void beforeTheFirstVersionNoneIsInForce() {
        assertThat(BOOK.at(CODE, at("2020-12-31T23:59:59.999+08:00"))).isNull();
    }

    @Test
    void aDraftAShadowAndARetiredVersionAreNeverInForce() {
        assertThat(numberAt("2023-06-01T00:00:00+08:00")).isEqualTo(3);
        assertThat(numberAt("2024-01-01T00:00:00+08:00")).isEqualTo(3);
        assertThat(numberAt("2099-01-01T00:00:00+08:00")).isEqualTo(3);
    }

    @Test
    void everyVersionIsFoundByItsNumberInForceOrNot() {
        for (int number = 1; number <= 6; number++) {
            assertThat(BOOK.version(CODE, number).version()).isEqualTo(number);
        }
        assertThat(BOOK.version(CODE, 5).status()).isEqualTo(VersionStatus.SHADOW);
        assertThatThrownBy(() -> BOOK.version(CODE, 7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no version 7 of LATE_SHIPMENT");
    }

    @Test
    void versionsAreListedTheEarliestFirst() {
        assertThat(BOOK.versions(CODE)).extracting(RuleVersion::effectiveFrom).isSorted();
        assertThat(BOOK.versions(CODE)).hasSize(6);
    }

    @Test
    void aFileReplacesTheBuiltInRuleOfItsCodeAndNoOther() {
        assertThat(BOOK.versions(CODE)).noneMatch(version -> version.name().en().equals("Late shipment"));
        assertThat(BOOK.versions("SHOP_CLOSURE")).isEqualTo(Books.BUILT_IN.versions("SHOP_CLOSURE"));
    }

    @Test
    void theBuiltInBookHasAVersionInForceForEveryRuleToday() {
        for (Rule<?> rule : Rules.ALL) {
            RuleVersion version = Books.BUILT_IN.at(rule.code(), at("2026-01-01T00:00:00+08:00"));
            assertThat(version).as(rule.code()).isNotNull();
            assertThat(version.ladder()).hasSizeGreaterThanOrEqualTo(rule.levels(version.parameters()));
        }
    }

    @Test
    void theBuiltInLadderOfLateShipmentIsThatOfThePlatform() {
        RuleVersion version = Books.BUILT_IN.version(CODE, 1);
        assertThat(version.effectiveFrom()).isEqualTo(at("2000-01-01T00:00:00+08:00"));
        assertThat(version.ladder())
                .extracting(Rung::severity)
                .containsExactly(Severity.MINOR, Severity.GENERAL, Severity.SERIOUS);
        assertThat(version.rung(1).actions())
                .containsExactly(
                        new Action(ActionType.WARNING, Mode.ENFORCE, 0, 0),
                        new Action(ActionType.DEPOSIT_DEDUCTION, Mode.ENFORCE, 1000, 0));
        assertThat(version.rung(2).actions())
                .containsExactly(new Action(ActionType.DEPOSIT_DEDUCTION, Mode.ENFORCE, 1000, 0));
        assertThat(version.rung(3).actions()).containsExactly(new Action(ActionType.LISTING_BAN, Mode.ENFORCE, 0, 0));
    }

    @Test
    void aBookGoesToOtherMachinesAsItIs() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(BOOK);
        RuleBook read = (RuleBook) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        assertThat(read.versions(CODE)).isEqualTo(BOOK.versions(CODE));
        assertThat(read.at(CODE, at("2022-06-01T00:00:00Z"))).isEqualTo(BOOK.version(CODE, 2));
    }

    private static int numberAt(String instant) {
        return BOOK.at(CODE, at(instant)).version();
    }

    @Test
    void aShadowIsInForceOnlyWhereItIsTried() {
        RuleBook book = Books.of(Books.file(
                CODE,
                Books.version(1, "active", "2000-01-01T00:00:00+08:00", ""),
                Books.version(2, "shadow", "2022-08-01T00:00:00+08:00", "maxJudgements: 1"),
                Books.version(3, "active", "2022-09-01T00:00:00+08:00", "")));
        assertThat(book.hasShadows()).isTrue();
        assertThat(book.hasShadows("SHOP_CLOSURE")).isFalse();
        assertThat(Books.BUILT_IN.hasShadows()).isFalse();
        assertThat(book.at(CODE, Times.NOON).version()).isOne();
        assertThat(book.withShadows().at(CODE, Times.NOON).version()).isEqualTo(2);
        assertThat(book.withShadows().at(CODE, Times.MIDNIGHT - 1).version()).isOne();
        assertThat(book.withShadows().at(CODE, Times.A_YEAR_LATER).version()).isEqualTo(3);
    }
}
