package io.xunjian.cluster;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Shows each alert of the topic on a terminal as it comes; goes on where an earlier screen got to. */
final class AlertScreen implements AutoCloseable {

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final AlertLine line;
    private final PrintStream out;
    private final AtomicBoolean isOpen = new AtomicBoolean(true);
    private final Thread thread;

    private AlertScreen(KafkaConsumer<byte[], byte[]> consumer, AlertLine line, PrintStream out) {
        this.consumer = consumer;
        this.line = line;
        this.out = out;
        this.thread = new Thread(this::show, "alert-screen");
    }

    /** @param client settings of Kafka's clients: bootstrap.servers, security */
    static AlertScreen open(Properties client, String topic, AlertLine line, PrintStream out) {
        Properties settings = new Properties();
        settings.putAll(client);
        settings.setProperty(ConsumerConfig.GROUP_ID_CONFIG, "xunjian-screen");
        settings.setProperty(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(List.of(topic));
        AlertScreen screen = new AlertScreen(consumer, line, out);
        screen.thread.setDaemon(true);
        screen.thread.start();
        return screen;
    }

    private void show() {
        try (consumer) {
            while (isOpen.get()) {
                for (ConsumerRecord<byte[], byte[]> alert : consumer.poll(Duration.ofMillis(200))) {
                    show(alert);
                }
            }
        }
    }

    private void show(ConsumerRecord<byte[], byte[]> alert) {
        try {
            out.println(line.of(alert.value()));
        } catch (IOException e) {
            out.println("Not an alert at " + alert.topic() + '-' + alert.partition() + '@' + alert.offset());
        }
    }

    @Override
    public void close() throws InterruptedException {
        isOpen.set(false);
        thread.join(5_000);
    }
}
