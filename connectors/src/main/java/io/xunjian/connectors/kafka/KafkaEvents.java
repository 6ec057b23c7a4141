package io.xunjian.connectors.kafka;

import io.xunjian.connectors.Received;
import io.xunjian.rules.event.Stream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** Events from Kafka: all streams by one source, with a watermark for each partition. */
public final class KafkaEvents {

    private static final String DISCOVERY_MS = "30000";

    private KafkaEvents() {}

    /**
     * The source of a live run. Reads committed records only, finds new partitions within 30 s.
     *
     * @param client settings of Kafka's clients: bootstrap.servers, security
     * @param topics the stream that each topic carries
     * @param futureBound ms by which an event may be ahead of its record's own timestamp
     */
    public static KafkaSource<Received> source(
            Properties client,
            String group,
            Map<String, Stream> topics,
            long futureBound,
            TypeInformation<Received> type) {
        List<String> names = new ArrayList<>(topics.keySet());
        return KafkaSource.<Received>builder()
                .setProperties(client)
                .setGroupId(group)
                .setClientIdPrefix(group)
                .setTopics(names)
                .setStartingOffsets(new LoudOffsets(OffsetsInitializer.earliest()))
                .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
                .setProperty("partition.discovery.interval.ms", DISCOVERY_MS)
                .setDeserializer(new EventDeserializer(topics, futureBound, type))
                .build();
    }
}
