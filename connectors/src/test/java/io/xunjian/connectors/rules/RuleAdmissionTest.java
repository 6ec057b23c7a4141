package io.xunjian.connectors.rules;

import static io.xunjian.rules.testing.Times.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.book.Announcement;
import io.xunjian.rules.book.StartingBook;
import io.xunjian.rules.testing.Books;
import io.xunjian.rules.testing.RoundTrip;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.Test;

class RuleAdmissionTest {

    private static final TypeInformation<Announcement> TYPE = TypeInformation.of(Announcement.class);
    private static final OutputTag<RefusedRule> REFUSED =
            new OutputTag<>("refused", TypeInformation.of(RefusedRule.class));

    private static final String JUNE = "2025-06-01T00:00:00Z";
    private static final long IN_TIME = Instant.parse(JUNE).toEpochMilli() - HOUR;

    @Test
    void whatIsInTimeIsTakenAndTheRestRefusedWithItsReasons() throws Exception {
        try (Admitted admitted = new Admitted(StartingBook.of(Books.BUILT_IN), null)) {
            admitted.take(
                    new PublishedRule(0, IN_TIME, null),
                    new PublishedRule(1, IN_TIME, "rule: [" + JUNE),
                    new PublishedRule(2, -1, second("PT24H")),
                    new PublishedRule(3, IN_TIME + 1, second("PT24H")),
                    new PublishedRule(4, IN_TIME, second("PT24H")),
                    new PublishedRule(5, IN_TIME + 2 * HOUR, second("PT36H")));
            assertThat(admitted.taken()).containsExactly(announcement("PT24H", IN_TIME));
            assertThat(admitted.refused())
                    .extracting(refused -> refused.rule().offset())
                    .containsExactly(0L, 1L, 2L, 3L, 5L);
            assertThat(admitted.refused()).allMatch(refused -> refused.faults().size() == 1);
            assertThat(new String(admitted.refused().get(4).toJson(), StandardCharsets.UTF_8))
                    .startsWith(
                            "{\"stream\":\"rules\",\"partition\":0,\"offset\":5,\"reason\":\"RULE_REFUSED\",\"faults\":[\"rules: "
                                    + "changes or leaves out version 2")
                    .contains("\"value\":\"# yaml-language-server");
        }
    }

    @Test
    void whatIsReadAgainSaysNothingNew() throws Exception {
        StartingBook start = new StartingBook(Books.BUILT_IN, List.of(announcement("PT36H", IN_TIME)));
        try (Admitted admitted = new Admitted(start, null)) {
            admitted.take(
                    new PublishedRule(0, IN_TIME - HOUR, second("PT24H")),
                    new PublishedRule(1, IN_TIME, second("PT36H")));
            assertThat(admitted.taken()).isEmpty();
            assertThat(admitted.refused()).isEmpty();
        }
    }

    @Test
    void whatWasTakenIsInForceAfterARestore() throws Exception {
        OperatorSubtaskState state;
        try (Admitted admitted = new Admitted(StartingBook.of(Books.BUILT_IN), null)) {
            admitted.take(new PublishedRule(0, IN_TIME, second("PT24H")));
            state = admitted.harness.snapshot(1, 1);
        }
        try (Admitted admitted = new Admitted(StartingBook.of(Books.BUILT_IN), state)) {
            admitted.take(new PublishedRule(1, IN_TIME + HOUR, second("PT36H")));
            assertThat(admitted.taken()).isEmpty();
            assertThat(admitted.refused()).hasSize(1);
        }
    }

    @Test
    void aShadowVersionIsTakenWhereTheJobBeganWithOneOfItsRule() throws Exception {
        StartingBook start =
                new StartingBook(Books.BUILT_IN, List.of(new Announcement("LATE_SHIPMENT", shadow("PT24H"), 0)));
        PublishedRule other = new PublishedRule(0, IN_TIME, shadow("PT36H"));
        try (Admitted admitted = new Admitted(start, null)) {
            admitted.take(other);
            assertThat(admitted.taken()).hasSize(1);
        }
        try (Admitted admitted = new Admitted(StartingBook.of(Books.BUILT_IN), null)) {
            admitted.take(other);
            assertThat(admitted.taken()).isEmpty();
            assertThat(admitted.refused()).hasSize(1);
        }
    }

    @Test
    void bothGoThroughTheirCodecs() {
        PublishedRule rule = new PublishedRule(7, 8, "中");
        assertThat(RoundTrip.of(PublishedRule.CODEC, rule)).isEqualTo(rule);
        RefusedRule refused = new RefusedRule(new PublishedRule(7, -1, null), List.of("a", "b"));
        assertThat(RoundTrip.of(RefusedRule.CODEC, refused)).isEqualTo(refused);
    }

    private static Announcement announcement(String window, long publishedAt) {
        return new Announcement("LATE_SHIPMENT", second(window), publishedAt);
    }

    private static String shadow(String window) {
        return second(window).replaceFirst("version: 2(\\R *)status: active", "version: 2$1status: shadow");
    }

    private static String second(String window) {
        return Books.builtInFileWith("LATE_SHIPMENT", Books.version(2, "active", JUNE, "defaultShipWindow: " + window));
    }

    /** An admission without a cluster, with an hour of lead time. */
    private static final class Admitted implements AutoCloseable {

        private final OneInputStreamOperatorTestHarness<PublishedRule, Announcement> harness;

        Admitted(StartingBook start, OperatorSubtaskState state) throws Exception {
            harness = new OneInputStreamOperatorTestHarness<>(
                    new ProcessOperator<>(new RuleAdmission(start, HOUR, REFUSED, TYPE)));
            harness.setup();
            if (state != null) {
                harness.initializeState(state);
            }
            harness.open();
        }

        void take(PublishedRule... rules) throws Exception {
            for (PublishedRule rule : rules) {
                harness.processElement(rule, rule.publishedAt());
            }
        }

        List<Announcement> taken() {
            return harness.extractOutputValues();
        }

        List<RefusedRule> refused() {
            Queue<StreamRecord<RefusedRule>> records = harness.getSideOutput(REFUSED);
            return records == null
                    ? List.of()
                    : records.stream().map(StreamRecord::getValue).toList();
        }

        @Override
        public void close() throws Exception {
            harness.close();
        }
    }
}
