package io.xunjian.connectors.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.Committer.CommitRequest;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

/** A transaction that Kafka does not commit ends the job for good, and says from where nothing is lost. */
class LoudCommitsTest {

    private final List<String> committed = new ArrayList<>();
    private final Set<String> committedBefore = new HashSet<>();
    private int counted;

    @Test
    void whatKafkaCommitsIsCommitted() throws Exception {
        commit(Map.of(), ExpiredTransactions.FAIL, "watch-alerts-0-7", "watch-alerts-1-7");
        assertThat(committed).containsExactly("watch-alerts-0-7", "watch-alerts-1-7");
    }

    @Test
    void anExpiredTransactionEndsTheJobAndSaysFromWhereNothingIsLost() {
        Map<String, Exception> refusals = Map.of(
                "watch-alerts-0-17", new ProducerFencedException("expired"),
                "watch-alerts-0-18", new InvalidTxnStateException("expired"));
        assertThatThrownBy(() -> commit(refusals, ExpiredTransactions.FAIL, "watch-alerts-0-17", "watch-alerts-0-18"))
                .isInstanceOf(SuppressRestartsException.class)
                .rootCause()
                .hasMessageContaining("watch-alerts-0-17, watch-alerts-0-18")
                .hasMessageContaining("between the checkpoints 16 and 18 ")
                .hasMessageContaining("from checkpoint 16 or an older one")
                .hasMessageContaining("ProducerFencedException: expired");
    }

    @Test
    void theOthersAreCommittedFirstAndTheRefusalIsCounted() {
        Map<String, Exception> refusals = Map.of("watch-alerts-0-17", new ProducerFencedException("expired"));
        assertThatThrownBy(() -> commit(refusals, ExpiredTransactions.FAIL, "watch-alerts-0-17", "watch-alerts-0-18"))
                .isInstanceOf(SuppressRestartsException.class);
        assertThat(committed).containsExactly("watch-alerts-0-18");
        assertThat(counted).isOne();
    }

    @Test
    void whatWasCommittedBeforeARestoreIsNoLoss() throws Exception {
        committedBefore.add("watch-alerts-0-17");
        Map<String, Exception> refusals = Map.of("watch-alerts-0-17", new ProducerFencedException("an old epoch"));
        commit(refusals, ExpiredTransactions.FAIL, "watch-alerts-0-17", "watch-alerts-1-17");
        assertThat(committed).containsExactly("watch-alerts-1-17", "watch-alerts-0-17");
        assertThat(counted).isZero();
    }

    @Test
    void anIdThatKafkaHasForgottenIsNoReasonToTryForEver() {
        Map<String, Exception> refusals = Map.of("watch-alerts-0-3", new InvalidPidMappingException("forgotten"));
        assertThatThrownBy(() -> commit(refusals, ExpiredTransactions.FAIL, "watch-alerts-0-3"))
                .isInstanceOf(SuppressRestartsException.class)
                .rootCause()
                .hasMessageContaining("InvalidPidMappingException: forgotten");
    }

    @Test
    void whoeverSaysSoGoesOnWithoutThem() throws Exception {
        Map<String, Exception> refusals = Map.of(
                "watch-alerts-0-3", new InvalidPidMappingException("forgotten"),
                "watch-alerts-0-4", new ProducerFencedException("expired"));
        commit(refusals, ExpiredTransactions.SKIP, "watch-alerts-0-3", "watch-alerts-0-4", "watch-alerts-0-5");
        assertThat(committed).containsExactly("watch-alerts-0-5");
        assertThat(counted).isEqualTo(2);
    }

    @Test
    void whatElseGoesWrongIsLeftToFlink() {
        Map<String, Exception> refusals = Map.of("watch-alerts-0-3", new TimeoutException("slow"));
        assertThatThrownBy(() -> commit(refusals, ExpiredTransactions.SKIP, "watch-alerts-0-3"))
                .isInstanceOf(IllegalStateException.class);
    }

    private void commit(Map<String, Exception> refusals, ExpiredTransactions expired, String... ids) throws Exception {
        List<CommitRequest<KafkaCommittable>> requests = new ArrayList<>();
        for (String id : ids) {
            requests.add(new Request(new KafkaCommittable(1, (short) 0, id, null)));
        }
        try (LoudCommits commits = new LoudCommits(new Kafka(refusals), asked -> committedBefore, expired)) {
            commits.commit(requests);
        }
    }

    /** Tells as the connector's own committer does. */
    private record Kafka(Map<String, Exception> refusals) implements Committer<KafkaCommittable> {
        @Override
        public void commit(Collection<CommitRequest<KafkaCommittable>> requests) {
            for (CommitRequest<KafkaCommittable> request : requests) {
                Exception refusal = refusals.get(request.getCommittable().getTransactionalId());
                if (refusal instanceof ProducerFencedException || refusal instanceof InvalidTxnStateException) {
                    request.signalFailedWithKnownReason(refusal);
                } else if (refusal != null) {
                    request.signalFailedWithUnknownReason(refusal);
                } else {
                    request.signalAlreadyCommitted();
                }
            }
        }

        @Override
        public void close() {}
    }

    /** Does as Flink's own request does. */
    private final class Request implements CommitRequest<KafkaCommittable> {

        private final KafkaCommittable committable;

        Request(KafkaCommittable committable) {
            this.committable = committable;
        }

        @Override
        public KafkaCommittable getCommittable() {
            return committable;
        }

        @Override
        public int getNumberOfRetries() {
            return 0;
        }

        @Override
        public void signalFailedWithKnownReason(Throwable reason) {
            counted++;
        }

        @Override
        public void signalFailedWithUnknownReason(Throwable reason) {
            throw new IllegalStateException(reason);
        }

        @Override
        public void retryLater() {
            throw new AssertionError();
        }

        @Override
        public void updateAndRetryLater(KafkaCommittable newer) {
            throw new AssertionError();
        }

        @Override
        public void signalAlreadyCommitted() {
            committed.add(committable.getTransactionalId());
        }
    }
}
