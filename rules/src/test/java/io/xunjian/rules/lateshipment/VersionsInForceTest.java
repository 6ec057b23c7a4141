package io.xunjian.rules.lateshipment;

import static io.xunjian.rules.testing.Books.version;
import static io.xunjian.rules.testing.Histories.paid;
import static io.xunjian.rules.testing.Histories.promiseChanged;
import static io.xunjian.rules.testing.Times.DAY;
import static io.xunjian.rules.testing.Times.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.Finding;
import io.xunjian.rules.Verdict;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.testing.Books;
import io.xunjian.rules.testing.Times;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class VersionsInForceTest {

    /** From noon on orders are judged once, an hour after payment; the day after, nobody judges by version 3. */
    private static final RuleBook BOOK = Books.of(Books.file(
            LateShipment.CODE,
            version(1, "active", "2022-08-01T00:00:00+08:00", "maxJudgements: 2"),
            version(2, "active", "2022-08-01T12:00:00+08:00", "maxJudgements: 1, defaultShipWindow: PT1H"),
            version(3, "shadow", "2022-08-02T12:00:00+08:00", "maxJudgements: 5")));

    @Test
    void theVersionIsThatOfThePaymentsInstant() {
        assertThat(found(paid("A").at(NOON - 1)))
                .hasSize(2)
                .allMatch(finding -> finding.ruleVersion() == 1)
                .first()
                .satisfies(finding -> assertThat(finding.raisedAt()).isEqualTo(NOON - 1 + 2 * DAY));
        assertThat(found(paid("A").at(NOON)))
                .hasSize(1)
                .allMatch(finding -> finding.ruleVersion() == 2 && finding.isLast())
                .allMatch(finding -> finding.raisedAt() == NOON + Times.HOUR);
    }

    @Test
    void aLaterChangeOfThePromiseDoesNotChangeTheVersion() {
        Event change = promiseChanged("A").to(NOON + 5 * DAY).at(NOON + DAY);
        assertThat(found(paid("A").at(NOON - 1), change)).allMatch(finding -> finding.ruleVersion() == 1);
    }

    @Test
    void anOrderPaidBeforeTheFirstVersionIsNotJudged() {
        Event paid = paid("A").at(Times.MIDNIGHT - 1);
        assertThat(found(paid)).isEmpty();
        assertThat(judge(paid).settledAt()).isEqualTo(Times.MIDNIGHT - 1);
    }

    @Test
    void anOrderPaidAtTheFirstInstantOfTheFirstVersionIsJudged() {
        assertThat(found(paid("A").at(Times.MIDNIGHT))).hasSize(2);
    }

    @Test
    void aVersionThatIsOnlyTriedJudgesNoOrder() {
        assertThat(found(paid("A").at(NOON + 2 * DAY))).hasSize(1).allMatch(finding -> finding.ruleVersion() == 2);
    }

    private static List<Finding> found(Event... events) {
        return judge(events).findings();
    }

    private static Verdict judge(Event... events) {
        OrderFacts facts = Arrays.stream(events).map(Orders.KIND::of).reduce(OrderFacts.NONE, OrderFacts::join);
        return new LateShipment().judge("A", facts, Times.A_YEAR_LATER, BOOK);
    }
}
