package io.xunjian.connectors;

import static io.xunjian.rules.testing.Times.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.connectors.rules.PublishedRule;
import io.xunjian.connectors.rules.RefusedRule;
import io.xunjian.connectors.rules.RuleAdmission;
import io.xunjian.rules.Instants;
import io.xunjian.rules.book.Announcement;
import io.xunjian.rules.book.StartingBook;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.json.DeadLetter;
import io.xunjian.rules.json.Reason;
import io.xunjian.rules.testing.Books;
import io.xunjian.rules.testing.Histories;
import io.xunjian.rules.testing.MetricsPage;
import java.time.Duration;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.Test;

/** What is seen from outside of records on their way in. */
class MetricsTest {

    private static final OutputTag<DeadLetter> LETTERS =
            new OutputTag<>("letters", TypeInformation.of(DeadLetter.class));
    private static final OutputTag<RefusedRule> REFUSED =
            new OutputTag<>("refused", TypeInformation.of(RefusedRule.class));

    private final Metered seen = new Metered();

    @Test
    void recordsAreCountedByStreamAndDeadLettersByReason() throws Exception {
        try (var admission = admission()) {
            take(admission, new Received(Stream.CALLS, Histories.heartbeat(NOON), null, 0));
            take(admission, new Received(Stream.ORDERS, Histories.paid("A").at(NOON), null, 0));
            take(admission, new Received(Stream.CALLS, null, letter(Reason.NOT_JSON), 0));
            take(admission, new Received(Stream.CALLS, null, letter(Reason.NOT_JSON), 0));
            take(admission, new Received(Stream.CALLS, null, letter(Reason.EMPTY), 0));
            assertThat(seen.count("records{stream=calls}")).isEqualTo(4);
            assertThat(seen.count("records{stream=orders}")).isOne();
            assertThat(seen.count("heartbeats{stream=calls}")).isOne();
            assertThat(seen.count("heartbeats{stream=orders}")).isZero();
            assertThat(seen.count("dead_letters{reason=NOT_JSON,stream=calls}")).isEqualTo(2);
            assertThat(seen.count("dead_letters{reason=EMPTY,stream=calls}")).isOne();
            assertThat(seen.count("dead_letters{reason=TOO_LARGE,stream=calls}"))
                    .isZero();
            assertThat(seen.count("dead_letters{reason=NOT_JSON,stream=orders}"))
                    .isZero();
        }
    }

    @Test
    void ruleFilesAreCountedByWhetherTheyAreTaken() throws Exception {
        try (var rules = rules()) {
            String file = Books.builtInFileWith(
                    "LATE_SHIPMENT", Books.version(2, "active", "2025-06-01T00:00:00Z", "defaultShipWindow: PT24H"));
            rules.processElement(new PublishedRule(0, NOON, null), NOON);
            rules.processElement(new PublishedRule(1, NOON, file), NOON);
            rules.processElement(new PublishedRule(2, NOON, file), NOON);
            rules.processElement(new PublishedRule(3, NOON, "no rule"), NOON);
            assertThat(seen.count("rules_taken{}")).isOne();
            assertThat(seen.count("rules_refused{}")).isEqualTo(2);
        }
    }

    @Test
    void theWatermarkOfAStreamIsNoNumberBeforeTheFirstAndNoneAfterTheLast() throws Exception {
        try (var pace = pace()) {
            assertThat(seen.gauge("watermark{stream=calls}")).isEqualTo(Double.NaN);
            pace.processWatermark(new Watermark(NOON));
            assertThat(seen.gauge("watermark{stream=calls}")).isEqualTo((double) NOON);
            pace.processWatermark(Watermark.MAX_WATERMARK);
            assertThat(seen.gauge("watermark{stream=calls}")).isEqualTo((double) NOON);
            assertThat(seen.gauge("stands_still{stream=calls}")).isEqualTo(0);
        }
    }

    @Test
    void thePageTellsEachMetricAndNoOther() throws Exception {
        try (var admission = admission();
                var rules = rules();
                var pace = pace()) {
            take(admission, new Received(Stream.CALLS, Histories.heartbeat(NOON), null, 0));
            assertThat(MetricsPage.under("## Admission")).isEqualTo(seen.names());
        }
    }

    private OneInputStreamOperatorTestHarness<Received, ?> admission() throws Exception {
        return open(new ProcessOperator<>(new Admission(Instants.NEVER, LETTERS)));
    }

    private OneInputStreamOperatorTestHarness<PublishedRule, Announcement> rules() throws Exception {
        return open(new ProcessOperator<>(new RuleAdmission(
                StartingBook.of(Books.BUILT_IN), 0, REFUSED, TypeInformation.of(Announcement.class))));
    }

    private OneInputStreamOperatorTestHarness<String, String> pace() throws Exception {
        return open(new Pace<>("calls", "CS_UNREACHABLE", Duration.ofSeconds(60)));
    }

    private <A, B> OneInputStreamOperatorTestHarness<A, B> open(OneInputStreamOperator<A, B> operator)
            throws Exception {
        OneInputStreamOperatorTestHarness<A, B> harness =
                new OneInputStreamOperatorTestHarness<>(operator, seen.environment());
        harness.open();
        return harness;
    }

    private static void take(OneInputStreamOperatorTestHarness<Received, ?> admission, Received record)
            throws Exception {
        admission.processElement(record, 0);
    }

    private static DeadLetter letter(Reason reason) {
        return new DeadLetter(Stream.CALLS, null, 3, 17, reason, null, null);
    }
}
