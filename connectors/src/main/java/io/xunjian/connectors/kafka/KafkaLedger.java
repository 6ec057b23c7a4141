package io.xunjian.connectors.kafka;

import java.io.IOException;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTransactionsResult;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.errors.TransactionalIdNotFoundException;

/** Asks the broker what became of a transaction. Each has an id of its own, and a producer that had none before. */
record KafkaLedger(Properties client) implements LoudCommits.Ledger, Serializable {

    private static final Set<TransactionState> COMMITTED =
            Set.of(TransactionState.PREPARE_COMMIT, TransactionState.COMPLETE_COMMIT);

    @Override
    public Set<String> committed(List<KafkaCommittable> transactions) throws IOException, InterruptedException {
        Set<String> committed = new HashSet<>();
        try (Admin admin = Admin.create(client)) {
            DescribeTransactionsResult told = admin.describeTransactions(transactions.stream()
                    .map(KafkaCommittable::getTransactionalId)
                    .toList());
            for (KafkaCommittable transaction : transactions) {
                if (isCommitted(transaction, told)) {
                    committed.add(transaction.getTransactionalId());
                }
            }
        }
        return committed;
    }

    /** Since Kafka 4 the producer's epoch is raised by a commit. If it is higher, another transaction has had the id since. */
    private static boolean isCommitted(KafkaCommittable transaction, DescribeTransactionsResult told)
            throws IOException, InterruptedException {
        try {
            TransactionDescription now =
                    told.description(transaction.getTransactionalId()).get();
            int raised = now.producerEpoch() - transaction.getEpoch();
            return COMMITTED.contains(now.state())
                    && now.producerId() == transaction.getProducerId()
                    && (raised == 0 || raised == 1);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TransactionalIdNotFoundException) {
                return false;
            }
            throw new IOException("Kafka does not tell of " + transaction.getTransactionalId(), e.getCause());
        }
    }
}
