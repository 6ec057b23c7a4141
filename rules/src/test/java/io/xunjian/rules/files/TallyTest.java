package io.xunjian.rules.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.event.Stream;
import io.xunjian.rules.json.Reason;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {

    @Test
    void whatIsReadMustBeAccountedFor() {
        for (Count count : Count.values()) {
            Tally tally = new Tally();
            tally.count(Stream.CALLS, Count.READ);
            assertThat(tally.isConserved()).isFalse();
            if (count != Count.READ) {
                tally.count(Stream.CALLS, count);
                assertThat(tally.isConserved()).as(count.jsonName()).isTrue();
                tally.count(Stream.CALLS, count);
                assertThat(tally.isConserved()).as(count.jsonName()).isFalse();
            }
        }
    }

    @Test
    void oneStreamDoesNotAccountForAnother() {
        Tally tally = new Tally();
        tally.count(Stream.CALLS, Count.READ);
        tally.count(Stream.ORDERS, Count.USED);
        assertThat(tally.isConserved()).isFalse();
    }

    @Test
    void whatIsRefusedIsADeadLetterOfItsReason() {
        Tally tally = new Tally();
        tally.count(Stream.CALLS, Count.READ, 3);
        tally.refused(Stream.CALLS, Reason.NOT_JSON);
        tally.refused(Stream.CALLS, Reason.NOT_JSON);
        tally.refused(Stream.CALLS, Reason.EMPTY);
        assertThat(tally.isConserved()).isTrue();
        assertThat(tally.of(Count.DEAD_LETTERS)).isEqualTo(3);
        assertThat(tally.reasons()).isEqualTo(Map.of(Reason.NOT_JSON, 2L, Reason.EMPTY, 1L));
    }

    @Test
    void talliesOfThreadsAddUp() {
        Tally one = new Tally();
        one.count(Stream.CALLS, Count.READ, 3);
        one.refused(Stream.CALLS, Reason.NOT_JSON);
        one.reason(Reason.NOT_JSON, 1);
        one.ignoredFields(4);
        Tally other = new Tally();
        other.count(Stream.CALLS, Count.READ);
        other.count(Stream.ORDERS, Count.READ, 5);
        other.refused(Stream.ORDERS, Reason.NOT_JSON);
        other.ignoredFields(6);
        one.add(other);
        assertThat(one.of(Stream.CALLS, Count.READ)).isEqualTo(4);
        assertThat(one.of(Count.READ)).isEqualTo(9);
        assertThat(one.reasons()).containsExactly(Map.entry(Reason.NOT_JSON, 3L));
        assertThat(one.ignoredFields()).isEqualTo(10);
    }
}
