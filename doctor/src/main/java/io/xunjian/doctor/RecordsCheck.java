package io.xunjian.doctor;

import io.xunjian.jobs.Topics;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Rules;
import io.xunjian.rules.event.Stream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;

/** What is in the topics of events: partitions where nothing ever came hold back time, records from the future run ahead. */
final class RecordsCheck implements Check {

    @Override
    public Area area() {
        return Area.TOPICS;
    }

    @Override
    public List<Ailment> examine(Patient patient) throws ExecutionException, InterruptedException {
        List<Ailment> ailments = new ArrayList<>();
        Topics names = patient.topics().names();
        for (Stream stream : Stream.values()) {
            for (TopicDescription topic : patient.topics().there(List.of(names.of(stream)))) {
                if (TopicFacts.isPermitted(topic, AclOperation.READ)) {
                    look(stream, topic, patient, ailments);
                }
            }
        }
        return ailments;
    }

    private static void look(Stream stream, TopicDescription topic, Patient patient, List<Ailment> ailments)
            throws ExecutionException, InterruptedException {
        List<TopicPartition> partitions = topic.partitions().stream()
                .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                .toList();
        Map<TopicPartition, ListOffsetsResultInfo> latest =
                offsets(partitions, OffsetSpec.latest(), patient.brokers().admin());
        String silent = partitions.stream()
                .filter(partition -> latest.get(partition).offset() == 0)
                .map(partition -> Integer.toString(partition.partition()))
                .collect(Collectors.joining(", "));
        if (!silent.isEmpty() && patient.settings().expectedStreams().contains(stream)) {
            ailments.add(Condition.PARTITION_SILENT.because(
                    "Nothing ever came on partition " + silent + " of " + topic.name() + ": "
                            + String.join(", ", Rules.restingOn(stream)) + " will wait for it",
                    "Send events or heartbeats to each partition, or leave " + stream.topic()
                            + " out of --expect-streams"));
        }
        newest(topic, partitions, patient, ailments);
    }

    private static void newest(
            TopicDescription topic, List<TopicPartition> partitions, Patient patient, List<Ailment> ailments)
            throws ExecutionException, InterruptedException {
        long newest = offsets(
                        partitions, OffsetSpec.maxTimestamp(), patient.brokers().admin())
                .values()
                .stream()
                .mapToLong(ListOffsetsResultInfo::timestamp)
                .max()
                .orElse(0);
        if (newest > patient.now() + patient.settings().futureBound().toMillis()) {
            ailments.add(Condition.RECORDS_FROM_THE_FUTURE.because(
                    "The newest record of " + topic.name() + " is of " + Instants.readable(newest)
                            + ", and this machine's clock says " + Instants.readable(patient.now()),
                    "Set the clocks, here and where events are sent, by NTP"));
        }
    }

    private static Map<TopicPartition, ListOffsetsResultInfo> offsets(
            Collection<TopicPartition> partitions, OffsetSpec which, Admin admin)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        partitions.forEach(partition -> asked.put(partition, which));
        return admin.listOffsets(asked).all().get();
    }
}
