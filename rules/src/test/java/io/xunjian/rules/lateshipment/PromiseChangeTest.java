package io.xunjian.rules.lateshipment;

import static io.xunjian.rules.testing.Histories.paid;
import static io.xunjian.rules.testing.Histories.promiseChanged;
import static io.xunjian.rules.testing.Histories.shipped;
import static io.xunjian.rules.testing.Times.DAY;
import static io.xunjian.rules.testing.Times.HOUR;
import static io.xunjian.rules.testing.Times.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.Evidence;
import io.xunjian.rules.Finding;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.testing.Books;
import io.xunjian.rules.testing.Times;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromiseChangeTest {

    private static final long PROMISE = NOON + DAY;
    private static final long NEW_PROMISE = NOON + 5 * DAY;
    private static final Event PAID = paid("A").promising(PROMISE).at(NOON);

    @Test
    void aChangeJustBeforeTheDeadlineMovesIt() {
        assertThat(deadline(PAID, promiseChanged("A").to(NEW_PROMISE).at(PROMISE - 1)))
                .isEqualTo(NEW_PROMISE);
    }

    @Test
    void aChangeAtTheDeadlineMovesIt() {
        assertThat(deadline(PAID, promiseChanged("A").to(NEW_PROMISE).at(PROMISE)))
                .isEqualTo(NEW_PROMISE);
    }

    @Test
    void aChangeJustAfterTheDeadlineIsIgnored() {
        assertThat(deadline(PAID, promiseChanged("A").to(NEW_PROMISE).at(PROMISE + 1)))
                .isEqualTo(PROMISE);
    }

    @Test
    void aChangeMayMoveTheDeadlineForwardToo() {
        assertThat(deadline(PAID, promiseChanged("A").to(NOON + 2 * HOUR).at(NOON + HOUR)))
                .isEqualTo(NOON + 2 * HOUR);
    }

    @Test
    void aChangeMadeBeforeThePaymentCounts() {
        assertThat(deadline(PAID, promiseChanged("A").to(NEW_PROMISE).at(NOON - HOUR)))
                .isEqualTo(NEW_PROMISE);
    }

    @Test
    void eachChangeIsMeasuredByTheDeadlineThatTheOneBeforeMade() {
        Event first = promiseChanged("A").to(NOON + 2 * DAY).at(PROMISE);
        Event second = promiseChanged("A").to(NOON + 3 * DAY).at(NOON + 2 * DAY);
        Event tooLate = promiseChanged("A").to(NEW_PROMISE).at(NOON + 3 * DAY + 1);
        assertThat(deadline(tooLate, second, PAID, first)).isEqualTo(NOON + 3 * DAY);
        assertThat(deadline(second, PAID)).isEqualTo(PROMISE);
    }

    @Test
    void aChangeAfterADeadlineThatWasMovedForwardIsIgnored() {
        Event forward = promiseChanged("A").to(NOON + 2 * HOUR).at(NOON + HOUR);
        Event back = promiseChanged("A").to(NEW_PROMISE).at(NOON + 2 * HOUR + 1);
        assertThat(deadline(PAID, forward, back)).isEqualTo(NOON + 2 * HOUR);
    }

    @Test
    void ofTwoChangesAtOneInstantTheOneWithTheGreaterIdIsTheLast() {
        Event one = promiseChanged("A").named("a").to(NOON + 2 * DAY).at(NOON);
        Event two = promiseChanged("A").named("b").to(NOON + 3 * DAY).at(NOON);
        assertThat(deadline(PAID, two, one)).isEqualTo(NOON + 3 * DAY);
    }

    @Test
    void idsAreOrderedByTheirBytesAndNotByTheirChars() {
        Event replacement =
                promiseChanged("A").named("\uFFFD").to(NOON + 2 * DAY).at(NOON);
        Event truck =
                promiseChanged("A").named("\uD83D\uDE9A").to(NOON + 3 * DAY).at(NOON);
        assertThat(deadline(PAID, replacement, truck)).isEqualTo(NOON + 3 * DAY);
    }

    @Test
    void aPromiseEarlierThanItsOwnChangeIsABreachOfThatInstantSeenAtTheChange() {
        Event change = promiseChanged("A").to(NOON + HOUR).at(NOON + 2 * HOUR);
        assertThat(found(NOON + 2 * HOUR - 1, PAID, change)).isEmpty();
        List<Finding> found = found(NOON + 2 * HOUR, PAID, change);
        assertThat(found).extracting(Finding::raisedAt).containsExactly(NOON + HOUR);
    }

    @Test
    void anOrderShippedBetweenAnEarlierPromiseAndItsChangeIsLateAndCured() {
        Event change = promiseChanged("A").to(NOON + HOUR).at(NOON + 3 * HOUR);
        Event shipped = shipped("A").at(NOON + 2 * HOUR);
        assertThat(found(NOON + 2 * HOUR, PAID, change, shipped)).isEmpty();
        assertThat(found(NOON + 3 * HOUR, PAID, change, shipped))
                .extracting(Finding::curedAt)
                .containsExactly(NOON + 2 * HOUR);
    }

    @Test
    void onlyTheChangesThatCountAreEvidence() {
        Event counts = promiseChanged("A").to(NEW_PROMISE).at(PROMISE);
        Event ignored = promiseChanged("A").to(NOON + 9 * DAY).at(NEW_PROMISE + 1);
        assertThat(found(Times.A_YEAR_LATER, ignored, counts, PAID).get(0).evidence())
                .containsExactly(Evidence.of(PAID), Evidence.of(counts));
    }

    @Test
    void ofManyChangesTheFirstFiftyFactsAreEvidenceAndAllAreCounted() {
        Event[] events = new Event[81];
        events[0] = PAID;
        for (int i = 1; i <= 80; i++) {
            events[i] = promiseChanged("A").to(PROMISE + i).at(NOON + i);
        }
        Finding late = found(Times.A_YEAR_LATER, events).get(0);
        assertThat(late.raisedAt()).isEqualTo(PROMISE + 80);
        assertThat(late.evidence()).hasSize(50);
        assertThat(late.evidenceCount()).isEqualTo(81);
    }

    private static long deadline(Event... events) {
        return found(Times.A_YEAR_LATER, events).get(0).raisedAt();
    }

    private static List<Finding> found(long asOf, Event... events) {
        OrderFacts facts = Arrays.stream(events).map(Orders.KIND::of).reduce(OrderFacts.NONE, OrderFacts::join);
        return new LateShipment().judge("A", facts, asOf, Books.BUILT_IN).findings();
    }
}
