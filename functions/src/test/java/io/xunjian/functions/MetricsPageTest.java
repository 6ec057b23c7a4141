package io.xunjian.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.Rules;
import io.xunjian.rules.RulesOfKind;
import io.xunjian.rules.book.StartingBook;
import io.xunjian.rules.testing.Books;
import io.xunjian.rules.testing.MetricsPage;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MetricsPageTest {

    @Test
    void thePageTellsEachMetricOfTheJudgesAndNoOther() throws Exception {
        Set<String> seen = new TreeSet<>();
        for (RulesOfKind<?> rules : Rules.byKind()) {
            seen.addAll(names(rules));
        }
        assertThat(MetricsPage.under("## Judges")).isEqualTo(seen);
    }

    private static <F> Set<String> names(RulesOfKind<F> rules) throws Exception {
        Judge<F> judge = Judge.of(rules, StartingBook.of(Books.BUILT_IN), new JudgeSettings(0, 0));
        try (MeteredJudge metered = MeteredJudge.of(rules, judge)) {
            return metered.metered().names();
        }
    }
}
