package io.xunjian.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.TopicConfig;

/** Whether what is acknowledged outlives a broker, where there is more than one. */
final class ReplicationCheck implements Check {

    @Override
    public Area area() {
        return Area.TOPICS;
    }

    @Override
    public List<Ailment> examine(Patient patient) throws ExecutionException, InterruptedException {
        if (!patient.brokers().areReached()
                || patient.brokers().admin().describeCluster().nodes().get().size() < 2) {
            return List.of();
        }
        TopicFacts topics = patient.topics();
        List<String> all = new ArrayList<>(topics.events());
        all.addAll(topics.written());
        all.addAll(topics.rules());
        List<TopicDescription> lonely = new ArrayList<>();
        List<TopicDescription> unsafe = new ArrayList<>();
        for (TopicDescription topic : topics.there(all)) {
            if (replicas(topic) == 1) {
                lonely.add(topic);
            } else if (topics.setting(topic.name(), TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG)
                    .filter("1"::equals)
                    .isPresent()) {
                unsafe.add(topic);
            }
        }
        List<Ailment> ailments = new ArrayList<>();
        if (!lonely.isEmpty()) {
            ailments.add(Condition.ONE_REPLICA.because(
                    "On one broker only are " + names(lonely) + ": they are gone when its disk is",
                    "Give them three replicas, with kafka-reassign-partitions.sh"));
        }
        if (!unsafe.isEmpty()) {
            ailments.add(Condition.UNSAFE_WRITES.because(
                    "min.insync.replicas is 1 of " + names(unsafe) + ": what one broker alone has counts as written",
                    "Set it to 2"));
        }
        return ailments;
    }

    private static int replicas(TopicDescription topic) {
        return topic.partitions().stream()
                .map(TopicPartitionInfo::replicas)
                .mapToInt(List::size)
                .min()
                .orElse(1);
    }

    private static String names(List<TopicDescription> topics) {
        return topics.stream().map(TopicDescription::name).sorted().collect(Collectors.joining(", "));
    }
}
