package io.xunjian.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.testing.Seeds;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is measured with random histories depends on what happens in them. */
class RandomMarketTest {

    @Test
    void everyVerdictThatARuleCanGiveIsAmongThem() {
        Map<String, Integer> verdicts = new TreeMap<>();
        Seeds.each(300, (seed, random) -> {
            RandomMarket market = RandomMarket.of(random);
            for (OracleAlert alert :
                    Oracle.alerts(OracleReader.ofLines(market.lines()), market.horizon(), OracleBook.BUILT_IN)) {
                verdicts.merge(alert.ruleCode() + " " + alert.level() + " " + alert.status(), 1, Integer::sum);
            }
        });
        assertThat(verdicts)
                .containsOnlyKeys(
                        "LATE_SHIPMENT 1 OPEN",
                        "LATE_SHIPMENT 1 CURED",
                        "LATE_SHIPMENT 2 OPEN",
                        "LATE_SHIPMENT 2 CURED",
                        "LATE_SHIPMENT 3 OPEN",
                        "LATE_SHIPMENT 3 CURED",
                        "SHOP_CLOSURE 1 OPEN",
                        "CS_UNREACHABLE 1 OPEN",
                        "COMPLAINT_OVERDUE 1 OPEN",
                        "COMPLAINT_OVERDUE 1 CURED",
                        "COMPLAINT_OVERDUE 2 OPEN",
                        "COMPLAINT_OVERDUE 2 CURED",
                        "COMPLAINT_OVERDUE 3 OPEN",
                        "COMPLAINT_OVERDUE 3 CURED",
                        "PROVIDER_INACTIVE 1 OPEN",
                        "PROVIDER_INACTIVE 1 CURED");
        assertThat(verdicts.values()).allMatch(count -> count >= 20);
    }
}
