package io.xunjian.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.TopicConfig;

/** A producer sends up to 1 MiB at once: a topic that takes less refuses the batch, and the job restarts for ever. */
final class MessageSizeCheck implements Check {

    private static final int LEAST = 1 << 20;

    @Override
    public Area area() {
        return Area.TOPICS;
    }

    @Override
    public List<Ailment> examine(Patient patient) throws ExecutionException, InterruptedException {
        TopicFacts topics = patient.topics();
        List<String> written = new ArrayList<>(topics.written());
        written.add(topics.names().rulesInForce());
        List<Ailment> ailments = new ArrayList<>();
        for (TopicDescription topic : topics.there(written)) {
            int most = topics.setting(topic.name(), TopicConfig.MAX_MESSAGE_BYTES_CONFIG)
                    .map(Integer::parseInt)
                    .orElse(LEAST);
            if (most < LEAST) {
                ailments.add(Condition.MESSAGES_TOO_SMALL.because(
                        "The topic " + topic.name() + " takes no batch above " + most + " bytes",
                        "Set max.message.bytes of it to " + LEAST + " or more"));
            }
        }
        return ailments;
    }
}
