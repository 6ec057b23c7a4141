package io.xunjian.connectors.kafka;

import io.xunjian.connectors.Received;
import io.xunjian.rules.event.Stream;
import java.util.Properties;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** Events from Kafka: a source for each stream, with a watermark for each partition. */
public final class KafkaEvents {

    private static final String DISCOVERY_MS = "30000";

    private KafkaEvents() {}

    /**
     * The source of one stream of a live run. Reads committed records only, finds new partitions within 30 s.
     *
     * @param client settings of Kafka's clients: bootstrap.servers, security
     * @param topic that carries the stream
     * @param futureBound ms by which an event may be ahead of its record's own timestamp
     */
    public static KafkaSource<Received> source(
            Properties client,
            String group,
            String topic,
            Stream stream,
            long futureBound,
            TypeInformation<Received> type) {
        return KafkaSource.<Received>builder()
                .setProperties(client)
                .setGroupId(group)
                .setClientIdPrefix(group + '-' + topic)
                .setTopics(topic)
                .setStartingOffsets(new LoudOffsets(OffsetsInitializer.earliest()))
                .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
                .setProperty("partition.discovery.interval.ms", DISCOVERY_MS)
                .setDeserializer(new EventDeserializer(stream, futureBound, type))
                .build();
    }
}
