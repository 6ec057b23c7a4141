package io.xunjian.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.acl.AclOperation;

/** Whether the user may do with the topics what a job does. The right to write idempotently comes with that to write. */
final class AclCheck implements Check {

    @Override
    public Area area() {
        return Area.TOPICS;
    }

    @Override
    public List<Ailment> examine(Patient patient) throws ExecutionException, InterruptedException {
        TopicFacts topics = patient.topics();
        List<String> read = new ArrayList<>(topics.events());
        read.addAll(topics.rules());
        List<String> written = new ArrayList<>(topics.written());
        written.add(topics.names().rulesInForce());
        List<Ailment> ailments = new ArrayList<>();
        add(Condition.MAY_NOT_DESCRIBE, AclOperation.DESCRIBE, List.copyOf(topics.hidden()), ailments);
        add(Condition.MAY_NOT_READ, AclOperation.READ, forbidden(read, AclOperation.READ, topics), ailments);
        add(Condition.MAY_NOT_WRITE, AclOperation.WRITE, forbidden(written, AclOperation.WRITE, topics), ailments);
        return ailments;
    }

    private static List<String> forbidden(List<String> names, AclOperation operation, TopicFacts topics)
            throws ExecutionException, InterruptedException {
        Map<String, TopicDescription> found = new TreeMap<>();
        topics.there(names).stream()
                .filter(topic -> !TopicFacts.isPermitted(topic, operation))
                .forEach(topic -> found.put(topic.name(), topic));
        return List.copyOf(found.keySet());
    }

    private static void add(
            Condition condition, AclOperation operation, List<String> forbidden, List<Ailment> ailments) {
        if (!forbidden.isEmpty()) {
            ailments.add(condition.because(
                    "The user may not " + operation + " " + String.join(", ", forbidden),
                    "Grant " + operation
                            + " of these topics, with kafka-acls.sh; docs/security.md has the whole list"));
        }
    }
}
