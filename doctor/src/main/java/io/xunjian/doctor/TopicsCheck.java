package io.xunjian.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.TopicDescription;

/** Whether all topics are there. */
final class TopicsCheck implements Check {

    @Override
    public Area area() {
        return Area.TOPICS;
    }

    @Override
    public List<Ailment> examine(Patient patient) throws ExecutionException, InterruptedException {
        if (!patient.brokers().areReached()) {
            return List.of();
        }
        TopicFacts topics = patient.topics();
        List<Ailment> ailments = new ArrayList<>();
        List<String> missing = new ArrayList<>(topics.events());
        missing.addAll(topics.written());
        topics.there(missing).forEach(topic -> missing.remove(topic.name()));
        missing.removeAll(topics.hidden());
        if (!missing.isEmpty()) {
            missing.sort(null);
            ailments.add(Condition.TOPIC_MISSING.because(
                    "Kafka at " + patient.brokers().bootstrap() + " has no topic " + String.join(", ", missing),
                    "Create them (alerts: cleanup.policy=compact), or set --topic-prefix"));
        }
        rules(topics, ailments);
        return ailments;
    }

    private static void rules(TopicFacts topics, List<Ailment> ailments)
            throws ExecutionException, InterruptedException {
        List<TopicDescription> there = topics.there(topics.rules());
        List<String> missing = new ArrayList<>(topics.rules());
        there.forEach(topic -> missing.remove(topic.name()));
        missing.removeAll(topics.hidden());
        if (!there.isEmpty() && !missing.isEmpty()) {
            ailments.add(Condition.RULE_TOPICS.because(
                    "There is no topic " + missing.get(0) + ", and there is "
                            + there.get(0).name(),
                    "Rule files that are published need both: create it with one partition, cleanup.policy=compact"));
        }
        for (TopicDescription topic : there) {
            if (topic.partitions().size() != 1) {
                ailments.add(Condition.RULE_TOPICS.because(
                        "The topic " + topic.name() + " has "
                                + topic.partitions().size() + " partitions",
                        "Create it anew with one: rule files are taken in the order in which they were published"));
            }
        }
    }
}
