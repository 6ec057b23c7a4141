package io.xunjian.connectors;

import static io.xunjian.rules.testing.Times.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.Instants;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.EventType;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.json.DeadLetter;
import io.xunjian.rules.json.Reason;
import io.xunjian.rules.testing.Histories;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private static final OutputTag<DeadLetter> LETTERS =
            new OutputTag<>("letters", TypeInformation.of(DeadLetter.class));

    @Test
    void eventsPassAndAreCountedByWhatBecomesOfThem() throws Exception {
        Event paid = Histories.paid("A").at(NOON);
        Event beat = Histories.heartbeat(NOON);
        Event unused = Histories.refundApplied("A").at(NOON);
        try (Admitted admitted = new Admitted(Instants.NEVER)) {
            admitted.take(event(paid, 2), event(beat, 0), event(unused, 1), event(paid, 0));
            assertThat(admitted.harness.extractOutputValues()).containsExactly(paid, beat, unused, paid);
            assertThat(admitted.count("orders.read")).isEqualTo(4);
            assertThat(admitted.count("orders.heartbeats")).isOne();
            assertThat(admitted.count("orders.ignored")).isOne();
            assertThat(admitted.count("orders.deadLetters")).isZero();
            assertThat(admitted.count("ignoredFields")).isEqualTo(3);
        }
    }

    @Test
    void whatHappenedAfterTheHorizonIsPassedOver() throws Exception {
        Event atIt = Histories.paid("A").at(NOON);
        try (Admitted admitted = new Admitted(NOON)) {
            admitted.take(event(atIt, 0), event(Histories.paid("B").at(NOON + 1), 0));
            admitted.take(event(Histories.heartbeat(NOON + 1), 0));
            assertThat(admitted.harness.extractOutputValues()).containsExactly(atIt);
            assertThat(admitted.count("orders.read")).isEqualTo(3);
            assertThat(admitted.count("orders.ignored")).isEqualTo(2);
            assertThat(admitted.count("orders.heartbeats")).isZero();
        }
    }

    @Test
    void deadLettersArePutAsideAndCountedByReason() throws Exception {
        DeadLetter letter = new DeadLetter(Stream.CALLS, null, 3, 17, Reason.NOT_JSON, null, null);
        try (Admitted admitted = new Admitted(NOON)) {
            admitted.take(new Received(Stream.CALLS, null, letter, 0));
            assertThat(admitted.harness.extractOutputValues()).isEmpty();
            assertThat(admitted.harness.getSideOutput(LETTERS))
                    .extracting(record -> record.getValue())
                    .containsExactly(letter);
            assertThat(admitted.count("calls.read")).isOne();
            assertThat(admitted.count("calls.deadLetters")).isOne();
            assertThat(admitted.count("reasons.NOT_JSON")).isOne();
            for (Reason other : Reason.values()) {
                assertThat(admitted.count("reasons." + other)).isEqualTo(other == Reason.NOT_JSON ? 1 : 0);
            }
        }
    }

    private static Received event(Event event, int ignoredFields) {
        Stream stream = event.type() == EventType.HEARTBEAT ? Stream.ORDERS : event.type().stream();
        return new Received(stream, event, null, ignoredFields);
    }

    /** An admission without a cluster. */
    private static final class Admitted implements AutoCloseable {

        private final ProcessOperator<Received, Event> operator;
        private final OneInputStreamOperatorTestHarness<Received, Event> harness;

        Admitted(long until) throws Exception {
            operator = new ProcessOperator<>(new Admission(until, LETTERS));
            harness = new OneInputStreamOperatorTestHarness<>(operator);
            harness.open();
        }

        void take(Received... records) throws Exception {
            for (Received received : records) {
                harness.processElement(received, 0);
            }
        }

        long count(String name) {
            return (Long) operator.getRuntimeContext().getAccumulator(name).getLocalValue();
        }

        @Override
        public void close() throws Exception {
            harness.close();
        }
    }
}
