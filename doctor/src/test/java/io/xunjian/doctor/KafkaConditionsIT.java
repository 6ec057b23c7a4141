package io.xunjian.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.xunjian.cluster.SecuredBroker;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything between a client and a broker that can be wrong, made wrong for real. */
class KafkaConditionsIT {

    private static final String EXACTLY_ONCE = "exactly-once";

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private static SecuredBroker broker;

    @BeforeAll
    static void start() throws Exception {
        broker = SecuredBroker.start(shared);
    }

    @AfterAll
    static void end() {
        broker.close();
    }

    @Test
    void whereNothingListensThereIsNoBroker() throws Exception {
        at("127.0.0.1:9").finds(Condition.BROKER_UNREACHABLE, "127.0.0.1:9", "--bootstrap");
    }

    @Test
    void whereSomethingElseListensThereIsNoKafka() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        try {
            at("127.0.0.1:" + server.getAddress().getPort()).finds(Condition.NOT_KAFKA);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aBrokerOfLongAgoIsTooOld() throws Exception {
        try (OldBroker old = OldBroker.start()) {
            at(old.address()).finds(Condition.BROKER_TOO_OLD, "Produce", "Kafka 4.x");
        }
    }

    @Test
    void aClientWithoutTlsIsToldOfIt() throws Exception {
        at(broker.tls()).finds(Condition.TLS_EXPECTED, "security.protocol=SSL in");
        at(broker.secure()).finds(Condition.TLS_EXPECTED, "security.protocol=SASL_SSL in");
    }

    @Test
    void aClientWithTlsWhereThereIsNoneIsToldOfIt() throws Exception {
        at(broker.open())
                .with("kafka-properties", properties("security.protocol=SSL"))
                .finds(Condition.TLS_NOT_SPOKEN, "security.protocol=PLAINTEXT in");
    }

    @Test
    void aClientThatDoesNotSayWhoItIsIsToldOfIt() throws Exception {
        at(broker.scram()).finds(Condition.SASL_EXPECTED, "SCRAM-SHA-512", "security.protocol=SASL_PLAINTEXT in");
    }

    @Test
    void aClientThatSaysWhoItIsWhereNobodyAsksIsToldOfIt() throws Exception {
        at(broker.open())
                .with("kafka-properties", properties("security.protocol=SASL_PLAINTEXT"))
                .finds(Condition.SASL_NOT_SPOKEN, "security.protocol=PLAINTEXT in");
    }

    @Test
    void aMechanismThatTheBrokerHasNotIsToldWithThoseThatItHas() throws Exception {
        at(broker.scram())
                .with("kafka-properties", properties("security.protocol=SASL_PLAINTEXT", "sasl.mechanism=PLAIN"))
                .finds(Condition.SASL_MECHANISM, "PLAIN", "SCRAM-SHA-512");
    }

    @Test
    void aClientThatNamesNobodyCannotBeUsed() throws Exception {
        at(broker.scram())
                .with(
                        "kafka-properties",
                        properties("security.protocol=SASL_PLAINTEXT", "sasl.mechanism=SCRAM-SHA-512"))
                .finds(Condition.CLIENT_SETTINGS, "sasl.jaas.config");
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused() throws Exception {
        at(broker.tls())
                .with("kafka-properties", properties("security.protocol=SSL"))
                .finds(Condition.CERTIFICATE_REFUSED, "ssl.truststore.location");
    }

    @Test
    void aWrongPasswordIsToldWithoutIt() throws Exception {
        at(broker.secure())
                .with("kafka-properties", broker.client("wrong", "wrong-Canary").toString())
                .finds(Condition.CREDENTIALS_REFUSED, "invalid credentials");
    }

    @Test
    void anotherClientLibraryIsTold() throws Exception {
        at("127.0.0.1:9").by(new ClientVersionCheck(() -> "4.4.0")).finds(Condition.CLIENT_VERSION, "4.4.0");
        assertThat(at("127.0.0.1:9").by(new ClientVersionCheck()).ailments()).isEmpty();
    }

    @Test
    void rightsToTheGroupAndToTransactionsAreToldWhereTheyAreMissing() throws Exception {
        broker.allow(ResourceType.TOPIC, "*", AclOperation.READ, AclOperation.WRITE, AclOperation.DESCRIBE_CONFIGS);
        Consultation consultation = secure().with("group", "unknown").with("delivery", EXACTLY_ONCE);
        consultation.finds(Condition.GROUP_FORBIDDEN, "READ of Group:unknown");
        consultation.finds(Condition.TRANSACTIONS_FORBIDDEN, "TransactionalId:unknown- (prefixed)");
        broker.allow(ResourceType.GROUP, "unknown", AclOperation.READ);
        broker.allow(ResourceType.TRANSACTIONAL_ID, "*", AclOperation.WRITE);
        assertThat(secure().with("group", "unknown")
                        .with("delivery", EXACTLY_ONCE)
                        .by(new GroupCheck(), new TransactionCheck())
                        .ailments())
                .isEmpty();
    }

    @Test
    void anotherProgramInTheGroupIsNamed() throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker.open(), "group.id", "shared", "client.id", "the-other-one");
        try (KafkaConsumer<String, String> other =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            other.subscribe(List.of("orders"));
            while (other.assignment().isEmpty()) {
                other.poll(Duration.ofMillis(100));
            }
            at(broker.open()).with("group", "shared").finds(Condition.GROUP_IN_USE, "the-other-one");
        }
    }

    @Test
    void anOpenTransactionOfTheGroupIsTold() throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker.open(), "transactional.id", "twin-alerts-0-1");
        try (KafkaProducer<String, String> other =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            other.initTransactions();
            other.beginTransaction();
            other.send(new ProducerRecord<>("alerts", "key", "value")).get();
            at(broker.open())
                    .with("group", "twin")
                    .with("delivery", EXACTLY_ONCE)
                    .finds(Condition.TRANSACTION_OPEN, "1 transactions", "twin-");
            other.abortTransaction();
        }
    }

    private Consultation at(String bootstrap) {
        return Consultation.over(bootstrap, folder);
    }

    private Consultation secure() throws Exception {
        return at(broker.secure()).with("kafka-properties", broker.client().toString());
    }

    private String properties(String... lines) throws Exception {
        return Files.write(folder.resolve("client.properties"), List.of(lines)).toString();
    }
}
