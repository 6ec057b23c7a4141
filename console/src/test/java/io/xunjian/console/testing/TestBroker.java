package io.xunjian.console.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A Kafka broker of one node in a process of its own. */
public final class TestBroker implements AutoCloseable {

    static final String PROPERTIES = "server.properties";

    private final JavaProcess process;
    private final String bootstrap;

    private TestBroker(JavaProcess process, String bootstrap) {
        this.process = process;
        this.bootstrap = bootstrap;
    }

    /** Starts one and waits until it answers. */
    public static TestBroker start(Path folder) throws IOException, InterruptedException {
        int port = freePort();
        Files.createDirectories(folder.resolve("topics"));
        Files.writeString(folder.resolve(PROPERTIES), properties(port, freePort()));
        String parent = Long.toString(ProcessHandle.current().pid());
        JavaProcess process = JavaProcess.start(folder, List.of("-Xmx384m"), BrokerMain.class, List.of(parent));
        TestBroker broker = new TestBroker(process, "127.0.0.1:" + port);
        broker.awaitAnswer();
        return broker;
    }

    public String bootstrap() {
        return bootstrap;
    }

    /** Settings with which clients find it. */
    public Properties client() {
        Properties client = new Properties();
        client.setProperty("bootstrap.servers", bootstrap);
        return client;
    }

    /** Makes a topic. */
    public void create(String topic, int partitions) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(client())) {
            admin.createTopics(List.of(
                            new NewTopic(topic, partitions, (short) 1).configs(Map.of("cleanup.policy", "compact"))))
                    .all()
                    .get();
        }
    }

    /** Deletes a topic. */
    public void delete(String topic) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(client())) {
            admin.deleteTopics(List.of(topic)).all().get();
        }
    }

    /** Sends records and waits until they are kept. */
    public void send(List<ProducerRecord<byte[], byte[]>> records) throws InterruptedException, ExecutionException {
        try (var producer = producer()) {
            for (Future<RecordMetadata> sent :
                    records.stream().map(producer::send).toList()) {
                sent.get();
            }
        }
    }

    /** A producer of bytes. */
    public KafkaProducer<byte[], byte[]> producer() {
        Properties settings = client();
        settings.setProperty("linger.ms", "5");
        settings.setProperty("batch.size", "200000");
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private void awaitAnswer() throws IOException, InterruptedException {
        Properties patient = client();
        patient.setProperty("default.api.timeout.ms", "90000");
        try (Admin admin = Admin.create(patient)) {
            admin.describeCluster().nodes().get(90, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            process.close();
            throw new IOException("The broker does not answer:\n" + process.output(), e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String properties(int port, int controllerPort) {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                inter.broker.listener.name=PLAINTEXT
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=topics
                auto.create.topics.enable=false
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                """.formatted(port, controllerPort);
    }

    @Override
    public void close() {
        process.close();
    }
}
