package io.xunjian.console.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes decisions to their topic, each once and in order; nothing is taken for decided before all brokers have it. */
public final class DecisionLog implements AutoCloseable {

    private static final int LONGEST_WAIT_MS = 10_000;

    private final KafkaProducer<byte[], byte[]> producer;
    private final String topic;

    /**
     * Connects at the first write.
     *
     * @param client what every Kafka client of this console is set to
     */
    public DecisionLog(Properties client, String topic) {
        Properties config = new Properties();
        config.putAll(client);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 2);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, LONGEST_WAIT_MS);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, LONGEST_WAIT_MS / 2);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, LONGEST_WAIT_MS);
        this.producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        this.topic = topic;
    }

    /**
     * Writes all, and waits until they are kept.
     *
     * @return the last offset in each partition
     * @throws NotWrittenException where Kafka does not take them; some may be written all the same
     */
    Map<Integer, Long> write(List<Decision> decisions) throws InterruptedException {
        try {
            List<Future<RecordMetadata>> sent = new ArrayList<>(decisions.size());
            for (Decision decision : decisions) {
                byte[] key = decision.target().key().getBytes(UTF_8);
                sent.add(producer.send(new ProducerRecord<>(topic, key, DecisionJson.write(decision))));
            }
            producer.flush();
            Map<Integer, Long> last = new HashMap<>();
            for (Future<RecordMetadata> one : sent) {
                RecordMetadata written = one.get();
                last.merge(written.partition(), written.offset(), Math::max);
            }
            return last;
        } catch (KafkaException | ExecutionException e) {
            throw new NotWrittenException(e);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofMillis(LONGEST_WAIT_MS));
    }

    /** Kafka did not take all of it. */
    static final class NotWrittenException extends RuntimeException {

        private static final long serialVersionUID = 1;

        NotWrittenException(Throwable cause) {
            super(cause);
        }
    }
}
