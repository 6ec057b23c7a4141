package io.xunjian.connectors.kafka;

import org.apache.flink.api.connector.sink2.Committer.CommitRequest;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;

/** A transaction that Kafka does not commit, or not again. */
record Refusal(CommitRequest<KafkaCommittable> request, Throwable reason) {

    KafkaCommittable transaction() {
        return request.getCommittable();
    }

    String transactionalId() {
        return transaction().getTransactionalId();
    }

    /** The number of its checkpoint: Flink ends the ids with it. */
    long checkpoint() {
        return Long.parseLong(transactionalId().substring(transactionalId().lastIndexOf('-') + 1));
    }
}
