package io.xunjian.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.xunjian.rules.Rules;
import io.xunjian.rules.book.BookRejected;
import io.xunjian.rules.book.ExpectedAlert;
import io.xunjian.rules.book.RuleTest;
import io.xunjian.rules.book.TestedBook;
import io.xunjian.rules.event.EventType;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tests in the built-in rule files against the oracle: what they expect is what the definition says. */
class OracleRuleTestsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<RuleTest> tests() throws BookRejected {
        return TestedBook.read(Rules.ALL, List.of()).tests().values().stream()
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("tests")
    void theOracleFindsWhatATestExpects(RuleTest test) {
        List<OracleEvent> events = OracleReader.ofLines(
                test.events().stream().map(OracleRuleTestsTest::line).toList());
        Map<String, OracleAlert> found = Oracle.alerts(events, test.asOf(), OracleBook.BUILT_IN).stream()
                .filter(alert -> alert.ruleCode().equals(test.ruleCode()))
                .collect(Collectors.toMap(OracleAlert::alertId, Function.identity()));
        assertThat(test.expected())
                .allSatisfy(expected -> agree(found.get(expected.alertId()), expected))
                .hasSameSizeAs(found.keySet());
    }

    private static void agree(OracleAlert found, ExpectedAlert expected) {
        assertThat(found).as(expected.alertId()).isNotNull();
        assertThat(found.status()).isEqualTo(expected.status().name());
        assertThat(found.ruleVersion()).isEqualTo(expected.ruleVersion());
        assertThat((long) found.level()).isEqualTo(orElse(expected.level(), (long) found.level()));
        assertThat(found.subjectId()).isEqualTo(orElse(expected.subjectId(), found.subjectId()));
        assertThat(found.raisedAt()).isEqualTo(orElse(expected.raisedAt(), found.raisedAt()));
        assertThat(found.curedAt()).isEqualTo(orElse(expected.curedAt(), found.curedAt()));
    }

    /** What is not asked is as it was found. */
    private static <T> T orElse(T asked, T found) {
        return asked == null ? found : asked;
    }

    private static RandomMarket.Line line(String record) {
        try {
            EventType type =
                    EventType.valueOf(JSON.readTree(record).get("eventType").textValue());
            return new RandomMarket.Line(type.stream().topic(), record);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(record, e);
        }
    }
}
