package io.xunjian.connectors.kafka;

import java.util.List;
import java.util.stream.Collectors;

/** Transactions of complete checkpoints that Kafka does not commit. It is the root: that is what commands show of a failure. */
final class LostCommits extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LostCommits(List<Refusal> refusals) {
        super(message(refusals));
    }

    private static String message(List<Refusal> refusals) {
        long first = refusals.stream().mapToLong(Refusal::checkpoint).min().orElseThrow();
        long last = refusals.stream().mapToLong(Refusal::checkpoint).max().orElseThrow();
        String ids = refusals.stream().map(Refusal::transactionalId).collect(Collectors.joining(", "));
        return "Kafka does not commit " + ids
                + ", most likely as they were open for longer than transaction.timeout.ms ("
                + refusals.get(0).reason() + "). What was told between the checkpoints " + (first - 1) + " and " + last
                + " is in no topic. Nothing is lost when the job is started from checkpoint " + (first - 1)
                + " or an older one. --expired-transactions skip goes on without what is missing.";
    }
}
