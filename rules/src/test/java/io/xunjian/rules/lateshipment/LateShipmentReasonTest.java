package io.xunjian.rules.lateshipment;

import static io.xunjian.rules.testing.Histories.cancelled;
import static io.xunjian.rules.testing.Histories.paid;
import static io.xunjian.rules.testing.Histories.promiseChanged;
import static io.xunjian.rules.testing.Histories.refundAgreed;
import static io.xunjian.rules.testing.Histories.shipped;
import static io.xunjian.rules.testing.Histories.traced;
import static io.xunjian.rules.testing.Times.DAY;
import static io.xunjian.rules.testing.Times.HOUR;
import static io.xunjian.rules.testing.Times.MINUTE;
import static io.xunjian.rules.testing.Times.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.Finding;
import io.xunjian.rules.History;
import io.xunjian.rules.Rules;
import io.xunjian.rules.alert.Alert;
import io.xunjian.rules.alert.Sentence;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.TraceNode;
import io.xunjian.rules.testing.Books;
import io.xunjian.rules.testing.Times;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LateShipmentReasonTest {

    private static final Event PAID = paid("A").promising(NOON + DAY).at(NOON);
    private static final long LATE = NOON + DAY + 3 * HOUR + 5 * MINUTE;
    private static final RuleBook SCANS = Books.with(LateShipment.CODE, "cureOn: PICKUP_SCAN");

    @Test
    void anOpenBreachSaysWhatWasPromisedAndWhichJudgementThisIs() {
        Sentence reason = reason(Books.BUILT_IN, 1, PAID);
        assertThat(reason.en())
                .isEqualTo("Order A was to ship by 2022-08-02 12:00:00;"
                        + " at judgement 1 of 3 (2022-08-02 12:00:00) it had not shipped.");
        assertThat(reason.zh()).isEqualTo("订单 A 应于 2022-08-02 12:00:00 前发货，第 1 次判定（共 3 次，2022-08-02 12:00:00）时仍未发货。");
    }

    @Test
    void aLaterJudgementStillNamesTheFirstDeadline() {
        Sentence reason = reason(Books.BUILT_IN, 3, PAID);
        assertThat(reason.en())
                .isEqualTo("Order A was to ship by 2022-08-02 12:00:00;"
                        + " at judgement 3 of 3 (2022-08-04 12:00:00) it had not shipped.");
        assertThat(reason.zh()).contains("第 3 次判定（共 3 次，2022-08-04 12:00:00）");
    }

    @Test
    void aCuredBreachSaysWhatCuredItAndHowLate() {
        Sentence reason = reason(Books.BUILT_IN, 1, PAID, shipped("A").at(LATE));
        assertThat(reason.en()).endsWith("it had not shipped; it shipped at 2022-08-02 15:05:00, 3 h 5 min late.");
        assertThat(reason.zh()).endsWith("时仍未发货；已于 2022-08-02 15:05:00 发货，超时 3 小时 5 分。");
    }

    @Test
    void aCancelledOrderIsSaidToBeCancelled() {
        Sentence reason = reason(Books.BUILT_IN, 1, PAID, cancelled("A").at(LATE));
        assertThat(reason.en()).endsWith("; it was cancelled at 2022-08-02 15:05:00, 3 h 5 min late.");
        assertThat(reason.zh()).endsWith("；已于 2022-08-02 15:05:00 取消，超时 3 小时 5 分。");
    }

    @Test
    void aRefundedOrderIsSaidToBeRefunded() {
        Sentence reason = reason(Books.BUILT_IN, 1, PAID, refundAgreed("A").at(LATE));
        assertThat(reason.en()).endsWith("; it was refunded at 2022-08-02 15:05:00, 3 h 5 min late.");
        assertThat(reason.zh()).endsWith("；已于 2022-08-02 15:05:00 达成退款，超时 3 小时 5 分。");
    }

    @Test
    void aScannedOrderIsSaidToBePickedUp() {
        Sentence reason =
                reason(SCANS, 1, PAID, traced("A", TraceNode.IN_TRANSIT).at(LATE));
        assertThat(reason.en())
                .endsWith("it had not been picked up by the carrier;"
                        + " it was picked up at 2022-08-02 15:05:00, 3 h 5 min late.");
        assertThat(reason.zh()).endsWith("时仍未揽收；已于 2022-08-02 15:05:00 揽收，超时 3 小时 5 分。");
    }

    @Test
    void aCureBehindManyChangesOfThePromiseIsStillNamed() {
        List<Event> events = new ArrayList<>(List.of(PAID, cancelled("A").at(LATE)));
        for (int i = 1; i <= 60; i++) {
            events.add(promiseChanged("A").to(NOON + DAY).at(NOON + i));
        }
        assertThat(reason(Books.BUILT_IN, 1, events.toArray(Event[]::new)).en()).contains("was cancelled");
    }

    @Test
    void theSentenceIsTheSameOnAMachineWithOtherDigits() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(reason(Books.BUILT_IN, 2, PAID).en()).contains("judgement 2 of 3");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Sentence reason(RuleBook book, int level, Event... events) {
        List<Finding> findings = History.findings(Arrays.asList(events), Times.A_YEAR_LATER, book);
        Alert alert = Rules.alert(findings.get(level - 1), book);
        assertThat(alert.finding().level()).isEqualTo(level);
        return alert.reason();
    }
}
