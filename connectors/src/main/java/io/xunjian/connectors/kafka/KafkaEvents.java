package io.xunjian.connectors.kafka;

import io.xunjian.connectors.Received;
import io.xunjian.rules.Instants;
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
     * The records of one stream that are there when the run begins. Joins no consumer group and commits nothing: a live run
     * beside it notices nothing.
     *
     * @param client settings of Kafka's clients: bootstrap.servers, security
     * @param from epoch ms: earlier records, by their own timestamps, are not read; {@link Instants#BEFORE_ALL} for all
     * @param futureBound as for the live run, so that the same records are refused
     */
    public static KafkaSource<Received> bounded(
            Properties client,
            String topic,
            Stream stream,
            long from,
            long futureBound,
            TypeInformation<Received> type) {
        Properties own = new Properties();
        own.putAll(client);
        own.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return KafkaSource.<Received>builder()
                .setProperties(own)
                .setClientIdPrefix("backtest-" + topic)
                .setTopics(topic)
                .setStartingOffsets(
                        from == Instants.BEFORE_ALL
                                ? OffsetsInitializer.earliest()
                                : OffsetsInitializer.timestamp(from))
                .setBounded(OffsetsInitializer.latest())
                .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
                .setProperty("commit.offsets.on.checkpoint", "false")
                .setDeserializer(new EventDeserializer(stream, futureBound, type))
                .build();
    }

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
