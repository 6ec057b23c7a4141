package io.xunjian.rules.ruletest;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.Rule;
import io.xunjian.rules.Rules;
import io.xunjian.rules.book.Accepts;
import io.xunjian.rules.book.BookRejected;
import io.xunjian.rules.book.Parameter;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.book.RuleBook.Setting;
import io.xunjian.rules.book.RuleTest;
import io.xunjian.rules.book.TestedBook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tests in the rule files: they pass, and they would not if a number of their rule were another. */
class BuiltInTestsTest {

    private static final TestedBook BOOK = read();

    @Test
    void theBuiltInRuleBookPassesLint() throws BookRejected {
        TestedBook.lint(Rules.ALL, List.of());
    }

    @ParameterizedTest
    @MethodSource("tests")
    void everyTestOfTheBuiltInRuleBookPasses(RuleTest test) {
        assertThat(Outcome.of(test, BOOK.book()).mismatches()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aParameterThatIsChangedFailsATestOfItsRule(Setting change) {
        RuleBook changed;
        try {
            changed = RuleBook.read(Rules.ALL, List.of(), List.of(), change);
        } catch (BookRejected e) {
            assertThat(e).hasMessageContaining("'ladder' has 3 rungs, but these parameters judge 4 times");
            return;
        }
        assertThat(BOOK.tests().get(change.ruleCode()))
                .anyMatch(test -> !Outcome.of(test, changed).passed());
    }

    static List<RuleTest> tests() {
        return Rules.ALL.stream()
                .flatMap(rule -> BOOK.tests().get(rule.code()).stream())
                .toList();
    }

    /** The least change of every parameter that has one, to either side; one value in place of those that have many. */
    static List<Setting> changes() {
        List<Setting> changes = new ArrayList<>();
        for (Rule<?> rule : Rules.ALL) {
            for (Parameter parameter : BOOK.book().versions(rule.code()).get(0).values()) {
                if (!NOT_SEEN_IN_ALERTS.contains(parameter.name())) {
                    others(parameter)
                            .filter(value -> !value.equals(parameter.value()))
                            .forEach(value -> changes.add(new Setting(rule.code(), parameter.name(), value)));
                }
            }
        }
        assertThat(changes).hasSizeGreaterThan(20);
        return changes;
    }

    /** It changes what is ordered, not what is found. */
    private static final List<String> NOT_SEEN_IN_ALERTS = List.of("mode");

    private static Stream<String> others(Parameter parameter) {
        Accepts accepts = parameter.accepts();
        if (accepts instanceof Accepts.Span) {
            Duration value = Duration.parse(parameter.value());
            return Stream.of(
                    value.minusMillis(1).toString(), value.plusMillis(1).toString());
        }
        if (accepts instanceof Accepts.WholeNumber limits) {
            long value = Long.parseLong(parameter.value());
            return Stream.of(value - 1, value + 1)
                    .filter(other -> limits.least() <= other && other <= limits.greatest())
                    .map(String::valueOf);
        }
        if (accepts instanceof Accepts.HoursOfDay) {
            return Stream.of("08:59-21:00", "09:01-21:00", "09:00-20:59", "09:00-21:01");
        }
        if (accepts instanceof Accepts.OneOf choice) {
            return choice.names().stream();
        }
        return accepts instanceof Accepts.AnyText ? Stream.of("ANOTHER") : Stream.of();
    }

    private static TestedBook read() {
        try {
            return TestedBook.read(Rules.ALL, List.of());
        } catch (BookRejected e) {
            throw new IllegalStateException(e);
        }
    }
}
