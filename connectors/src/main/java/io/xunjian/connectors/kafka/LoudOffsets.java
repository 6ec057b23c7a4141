package io.xunjian.connectors.kafka;

import java.util.Collection;
import java.util.Map;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;

/**
 * Starts where another initializer says, but fails where an offset is gone: records that retention took before they were
 * read would otherwise be skipped without a word.
 */
@SuppressWarnings("deprecation") // the connector's interface speaks of Kafka's deprecated strategy
final class LoudOffsets implements OffsetsInitializer {

    private final OffsetsInitializer start;

    LoudOffsets(OffsetsInitializer start) {
        this.start = start;
    }

    @Override
    public Map<TopicPartition, Long> getPartitionOffsets(
            Collection<TopicPartition> partitions, PartitionOffsetsRetriever retriever) {
        return start.getPartitionOffsets(partitions, retriever);
    }

    @Override
    public OffsetResetStrategy getAutoOffsetResetStrategy() {
        return OffsetResetStrategy.NONE;
    }
}
