package io.xunjian.doctor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.TopicDescription;

/** A subtask without a partition would hold back time: the job has as many as there are partitions, and no more. */
final class PartitionsCheck implements Check {

    @Override
    public Area area() {
        return Area.TOPICS;
    }

    @Override
    public List<Ailment> examine(Patient patient) throws IOException, ExecutionException, InterruptedException {
        int parallelism = patient.parallelism();
        List<String> few = new ArrayList<>();
        for (TopicDescription topic : patient.topics().there(patient.topics().events())) {
            if (topic.partitions().size() < parallelism) {
                few.add(topic.name() + " (" + topic.partitions().size() + ")");
            }
        }
        return few.isEmpty()
                ? List.of()
                : List.of(Condition.IDLE_SUBTASKS.because(
                        "Of a parallelism of " + parallelism + " not all parts can read " + String.join(", ", few),
                        "Add partitions, or set --parallelism to what there are; judging is spread all the same"));
    }
}
