package io.xunjian.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerIT {

    private static final TopicPartition DEAD_LETTERS = new TopicPartition(Topics.DEAD_LETTERS, 0);

    @TempDir
    private Path folder;

    @Test
    void whatWasWrittenIsThereAfterARestart() throws Exception {
        BrokerSettings settings = FreePorts.brokerOn(folder);
        long pid;
        try (Broker broker = Broker.start(settings)) {
            pid = broker.pid();
            assertThat(Topics.create(broker.bootstrap()))
                    .hasSize(13)
                    .contains("orders", "providers", "alerts", "shadow-alerts", "late-events", "dead-letters");
            write(broker, "kept");
            assertThat(read(broker)).containsExactly("kept");
        }
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();

        try (Broker broker = Broker.start(settings)) {
            assertThat(Topics.create(broker.bootstrap())).isEmpty();
            assertThat(read(broker)).containsExactly("kept");
            assertThat(setting(broker, "alerts", "cleanup.policy")).isEqualTo("compact");
            assertThat(setting(broker, "alerts", "retention.ms")).isEqualTo("-1");
            assertThat(setting(broker, "orders", "cleanup.policy")).isEqualTo("delete");
            assertThat(setting(broker, "orders", "retention.ms")).isEqualTo("-1");
        }
    }

    @Test
    void aFolderThatABrokerWorksOnIsRefused() throws Exception {
        try (Broker broker = Broker.start(FreePorts.brokerOn(folder))) {
            assertThat(broker.isAlive()).isTrue();
            assertThatThrownBy(() -> Broker.start(FreePorts.brokerOn(folder)))
                    .isInstanceOf(CannotStart.class)
                    .hasMessage(
                            "Data folder %s is in use by another Kafka broker. Stop it, or choose another folder.",
                            folder);
        }
    }

    @Test
    void aPortInUseIsNamedWithTheOptionThatChangesIt() throws Exception {
        try (ServerSocket taken = FreePorts.listener();
                ServerSocket other = FreePorts.listener()) {
            int port = taken.getLocalPort();
            int free = other.getLocalPort();
            other.close();
            assertThatThrownBy(() -> Broker.start(new BrokerSettings(folder, port, free)))
                    .isInstanceOf(CannotStart.class)
                    .hasMessage(
                            "Port %d (Kafka) is in use by another program. Stop it, or choose another with --kafka-port.",
                            port);
            assertThatThrownBy(() -> Broker.start(new BrokerSettings(folder, free, port)))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageStartingWith("Port %d (Kafka controller) is in use", port);
        }
    }

    @Test
    void aBrokerThatEndsWhileStartingTellsWhyAndWhereItsLogIs() throws Exception {
        Path topics = Files.createDirectories(folder.resolve(BrokerFolder.TOPICS));
        Files.writeString(topics.resolve("meta.properties"), "version=1\ncluster.id=abc\nnode.id=77\n");
        assertThatThrownBy(() -> Broker.start(FreePorts.brokerOn(folder)))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("Kafka ended with code 1 while starting: ")
                .hasMessageContaining("77")
                .hasMessageEndingWith("(its log: " + folder.resolve("broker.log") + ")");
    }

    @Test
    void aBrokerDoesNotOutliveAParentThatIsKilled() throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            String pid = parent.inputReader()
                    .lines()
                    .filter(line -> line.matches("\\d+"))
                    .findFirst()
                    .orElseThrow();
            ProcessHandle broker = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
            parent.destroyForcibly();
            assertThat(broker.onExit().get(20, TimeUnit.SECONDS).isAlive()).isFalse();
        } finally {
            parent.destroyForcibly();
        }
    }

    /** A launcher that starts a broker, prints its process id and waits to be killed. */
    static final class Parent {
        public static void main(String[] args) throws Exception {
            Broker broker = Broker.start(FreePorts.brokerOn(new File(args[0]).toPath()));
            System.out.println(broker.pid());
            Thread.sleep(Duration.ofMinutes(2).toMillis());
        }
    }

    private static void write(Broker broker, String value) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrap()), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topics.DEAD_LETTERS, "key", value))
                    .get();
        }
    }

    private static List<String> read(Broker broker) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrap()), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(Set.of(DEAD_LETTERS));
            consumer.seekToBeginning(Set.of(DEAD_LETTERS));
            return StreamSupport.stream(consumer.poll(Duration.ofSeconds(20)).spliterator(), false)
                    .map(record -> record.value())
                    .toList();
        }
    }

    private static String setting(Broker broker, String topic, String name) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            return admin.describeConfigs(Set.of(resource))
                    .all()
                    .get()
                    .get(resource)
                    .get(name)
                    .value();
        }
    }
}
