package io.xunjian.doctor;

import io.xunjian.connectors.kafka.Delivery;
import io.xunjian.connectors.kafka.KafkaSinks;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What exactly-once needs. It begins as the job will, by an id of the job's prefix that no sink takes: the broker forgets
 * that by itself.
 */
final class TransactionCheck implements Check {

    private static final String FEATURE = "transaction.version";
    private static final short NEEDED = 2;
    private static final String PATIENCE_MS = "5000";
    private static final long BROKERS_DEFAULT_MS = 900_000;

    @Override
    public Area area() {
        return Area.KAFKA;
    }

    @Override
    public List<Ailment> examine(Patient patient) throws ExecutionException, InterruptedException {
        if (patient.settings().delivery() != Delivery.EXACTLY_ONCE
                || !patient.brokers().areReached()) {
            return List.of();
        }
        List<Ailment> ailments = new ArrayList<>();
        begin(patient, ailments);
        version(patient, ailments);
        open(patient, ailments);
        return ailments;
    }

    private static void begin(Patient patient, List<Ailment> ailments) throws ExecutionException {
        String prefix = patient.settings().group() + '-';
        Properties producer = new Properties();
        producer.putAll(patient.brokers().client());
        producer.setProperty(ProducerConfig.TRANSACTIONAL_ID_CONFIG, prefix + "doctor");
        long timeout =
                KafkaSinks.transactionTimeout(patient.settings().client()).toMillis();
        producer.setProperty(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, Long.toString(timeout));
        producer.setProperty(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MS);
        try (KafkaProducer<byte[], byte[]> kafka =
                new KafkaProducer<>(producer, new ByteArraySerializer(), new ByteArraySerializer())) {
            kafka.initTransactions();
        } catch (TransactionalIdAuthorizationException e) {
            ailments.add(Condition.TRANSACTIONS_FORBIDDEN.because(
                    "The user may not write by transactional ids that begin with " + prefix,
                    "Grant WRITE and DESCRIBE of TransactionalId:" + prefix + " (prefixed)"));
        } catch (KafkaException e) {
            // the client makes another exception of this error, with its words
            if (!e.getMessage().contains(Errors.INVALID_TRANSACTION_TIMEOUT.message())) {
                throw new ExecutionException(e);
            }
            ailments.add(tooShort(timeout));
        }
    }

    private static Ailment tooShort(long timeout) {
        return Condition.TRANSACTION_TIMEOUT.because(
                "The broker's transaction.max.timeout.ms is below " + timeout
                        + ", which the job's transactions ask for",
                "Set it to " + Math.max(timeout, BROKERS_DEFAULT_MS) + " or more. Or, if stops are short, set"
                        + " transaction.timeout.ms of --kafka-properties to what the broker allows");
    }

    private static void version(Patient patient, List<Ailment> ailments)
            throws ExecutionException, InterruptedException {
        FinalizedVersionRange version = patient.brokers()
                .admin()
                .describeFeatures()
                .featureMetadata()
                .get()
                .finalizedFeatures()
                .get(FEATURE);
        int found = version == null ? 0 : version.maxVersionLevel();
        if (found < NEEDED) {
            ailments.add(Condition.TRANSACTION_VERSION.because(
                    "The brokers' " + FEATURE + " is " + found
                            + ": an abort that comes late can end the next transaction, with its alerts",
                    "Run Kafka 4 and 'kafka-features.sh upgrade --feature " + FEATURE + "=" + NEEDED + "'"));
        }
    }

    private static void open(Patient patient, List<Ailment> ailments) throws ExecutionException, InterruptedException {
        String prefix = patient.settings().group() + '-';
        long open = patient
                .brokers()
                .admin()
                .listTransactions(new ListTransactionsOptions().filterStates(List.of(TransactionState.ONGOING)))
                .all()
                .get()
                .stream()
                .filter(transaction -> transaction.transactionalId().startsWith(prefix))
                .count();
        if (open > 0) {
            ailments.add(Condition.TRANSACTION_OPEN.because(
                    open + " transactions are open by ids that begin with " + prefix
                            + ": another job runs as this group, or one was killed some minutes ago",
                    "If one runs, stop it, or set --group: two would end each other's transactions"));
        }
    }
}
