package io.xunjian.connectors.kafka;

import java.util.List;
import org.apache.flink.api.connector.sink2.Committer.CommitRequest;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;
import org.apache.kafka.common.errors.InvalidPidMappingException;

/** A request to commit whose refusal is heard, and not yet answered. */
final class HeardRequest implements CommitRequest<KafkaCommittable> {

    private final CommitRequest<KafkaCommittable> request;
    private final List<Refusal> refusals;

    HeardRequest(CommitRequest<KafkaCommittable> request, List<Refusal> refusals) {
        this.request = request;
        this.refusals = refusals;
    }

    @Override
    public KafkaCommittable getCommittable() {
        return request.getCommittable();
    }

    @Override
    public int getNumberOfRetries() {
        return request.getNumberOfRetries();
    }

    @Override
    public void signalFailedWithKnownReason(Throwable reason) {
        refusals.add(new Refusal(request, reason));
    }

    /** Ids that were not used for days are forgotten by Kafka: the connector does not know that reason, and would try for ever. */
    @Override
    public void signalFailedWithUnknownReason(Throwable reason) {
        if (reason instanceof InvalidPidMappingException) {
            signalFailedWithKnownReason(reason);
        } else {
            request.signalFailedWithUnknownReason(reason);
        }
    }

    @Override
    public void retryLater() {
        request.retryLater();
    }

    @Override
    public void updateAndRetryLater(KafkaCommittable committable) {
        request.updateAndRetryLater(committable);
    }

    @Override
    public void signalAlreadyCommitted() {
        request.signalAlreadyCommitted();
    }
}
