package io.xunjian.connectors.kafka;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits as another does, and is heard where Kafka refuses. The connector itself counts such a transaction as failed and goes
 * on. Mostly it was committed before: after a restore all of a checkpoint's are committed again, and Kafka takes the producer
 * for an old one. But one that has expired is refused in the same words: what it held would be missing, and the job would
 * look well. No restart helps there, as it begins at the same checkpoint.
 */
final class LoudCommits implements Committer<KafkaCommittable> {

    private static final Logger LOG = LoggerFactory.getLogger(LoudCommits.class);

    /** Knows what became of transactions. */
    @FunctionalInterface
    interface Ledger {

        /** Ids of those that are committed. */
        Set<String> committed(List<KafkaCommittable> transactions) throws IOException, InterruptedException;
    }

    private final Committer<KafkaCommittable> committer;
    private final Ledger ledger;
    private final ExpiredTransactions expired;

    LoudCommits(Committer<KafkaCommittable> committer, Ledger ledger, ExpiredTransactions expired) {
        this.committer = committer;
        this.ledger = ledger;
        this.expired = expired;
    }

    @Override
    public void commit(Collection<CommitRequest<KafkaCommittable>> requests) throws IOException, InterruptedException {
        List<Refusal> refusals = new ArrayList<>();
        List<CommitRequest<KafkaCommittable>> heard = new ArrayList<>();
        requests.forEach(request -> heard.add(new HeardRequest(request, refusals)));
        committer.commit(heard);
        if (!refusals.isEmpty()) {
            answer(refusals);
        }
    }

    private void answer(List<Refusal> refusals) throws IOException, InterruptedException {
        Set<String> committed =
                ledger.committed(refusals.stream().map(Refusal::transaction).toList());
        List<Refusal> lost = new ArrayList<>();
        for (Refusal refusal : refusals) {
            if (committed.contains(refusal.transactionalId())) {
                LOG.info("{} was committed before.", refusal.transactionalId());
                refusal.request().signalAlreadyCommitted();
            } else {
                refusal.request().signalFailedWithKnownReason(refusal.reason()); // is counted
                lost.add(refusal);
            }
        }
        if (lost.isEmpty()) {
            return;
        }
        if (expired == ExpiredTransactions.FAIL) {
            throw new SuppressRestartsException(new LostCommits(lost));
        }
        LOG.error("Skipped, as --expired-transactions says.", new LostCommits(lost));
    }

    @Override
    public void close() throws Exception {
        committer.close();
    }
}
