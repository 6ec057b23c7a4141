package io.xunjian.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * A broker with users and ACLs, in a process of its own. It listens by TLS and SCRAM, by TLS alone, by SCRAM alone, and
 * without either: who comes that way may do everything, and sets up what a test needs.
 */
public final class SecuredBroker implements AutoCloseable {

    /** The user whose ACLs a test decides about. */
    public static final String USER = "xunjian";

    /** Must be found nowhere but in the file that holds it. */
    public static final String PASSWORD = "user-Canary-9037";

    static final String CLUSTER_ID = Uuid.randomUuid().toString();

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final List<Integer> ports;
    private final Process process;

    private SecuredBroker(Path folder, List<Integer> ports, Process process) {
        this.folder = folder;
        this.ports = ports;
        this.process = process;
    }

    /**
     * Starts it with all topics, and with no ACL.
     *
     * @param more lines of its settings
     */
    public static SecuredBroker start(Path folder, String... more) throws Exception {
        List<Integer> ports = FreePorts.some(5);
        BrokerFolder kafka = new BrokerFolder(Files.createDirectories(folder.resolve("kafka")));
        Files.createDirectories(kafka.path().resolve(BrokerFolder.TOPICS));
        Certificates certificates = new Certificates(folder).make();
        Path properties = Files.writeString(
                kafka.path().resolve(BrokerFolder.PROPERTIES),
                properties(kafka, ports, certificates) + String.join("\n", more));
        format(properties);
        SecuredBroker broker = new SecuredBroker(folder, ports, BrokerCommand.start(kafka));
        boolean isUp = false;
        try {
            broker.awaitAnswer();
            Topics.create(broker.open());
            isUp = true;
            return broker;
        } finally {
            if (!isUp) {
                broker.close();
            }
        }
    }

    /** With the users that it knows from the start. */
    private static void format(Path properties) {
        String user = "SCRAM-SHA-512=[name=" + USER + ",password=" + PASSWORD + "]";
        String[] command = {"format", "--config", properties.toString(), "--cluster-id", CLUSTER_ID, "--add-scram", user
        };
        assertThat(StorageTool.execute(command, new PrintStream(OutputStream.nullOutputStream())))
                .isZero();
    }

    private static String properties(BrokerFolder kafka, List<Integer> ports, Certificates certificates) {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%5$d
                listeners=SECURE://127.0.0.1:%1$d,TLS://127.0.0.1:%2$d,SCRAM://127.0.0.1:%3$d,OPEN://127.0.0.1:%4$d,CONTROLLER://127.0.0.1:%5$d
                advertised.listeners=SECURE://127.0.0.1:%1$d,TLS://127.0.0.1:%2$d,SCRAM://127.0.0.1:%3$d,OPEN://127.0.0.1:%4$d
                listener.security.protocol.map=SECURE:SASL_SSL,TLS:SSL,SCRAM:SASL_PLAINTEXT,OPEN:PLAINTEXT,CONTROLLER:PLAINTEXT
                controller.listener.names=CONTROLLER
                inter.broker.listener.name=OPEN
                sasl.enabled.mechanisms=SCRAM-SHA-512
                listener.name.secure.scram-sha-512.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;
                listener.name.scram.scram-sha-512.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;
                ssl.keystore.location=%6$s
                ssl.keystore.password=%7$s
                ssl.keystore.type=PKCS12
                authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
                super.users=User:ANONYMOUS
                log.dirs=%8$s
                auto.create.topics.enable=false
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                transaction.max.timeout.ms=900000
                group.initial.rebalance.delay.ms=0
                log.retention.ms=-1
                log.message.timestamp.before.max.ms=9223372036854775807
                log.message.timestamp.after.max.ms=9223372036854775807
                """.formatted(
                        ports.get(0),
                        ports.get(1),
                        ports.get(2),
                        ports.get(3),
                        ports.get(4),
                        certificates.keyStore(),
                        Certificates.STORE_PASSWORD,
                        kafka.path().resolve(BrokerFolder.TOPICS));
    }

    /** Where it takes those who speak TLS and name themselves by SCRAM. */
    public String secure() {
        return at(0);
    }

    /** Where it takes those who speak TLS. */
    public String tls() {
        return at(1);
    }

    /** Where it takes those who name themselves by SCRAM, without TLS. */
    public String scram() {
        return at(2);
    }

    /** Where it takes everyone. */
    public String open() {
        return at(3);
    }

    int controllerPort() {
        return ports.get(4);
    }

    private String at(int listener) {
        return "127.0.0.1:" + ports.get(listener);
    }

    /** Client settings for {@link #secure()} with the secrets in a file of their own. */
    public Path client() throws IOException {
        return client("client", PASSWORD);
    }

    /** The same with that password. */
    public Path client(String name, String password) throws IOException {
        Path secrets = Files.writeString(
                folder.resolve(name + "-secrets.properties"),
                "password=" + password + "\nstore=" + Certificates.STORE_PASSWORD + '\n');
        return Files.writeString(folder.resolve(name + ".properties"), """
                security.protocol=SASL_SSL
                sasl.mechanism=SCRAM-SHA-512
                sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="%1$s" \
                password="${file:%2$s:password}";
                ssl.truststore.type=PKCS12
                ssl.truststore.location=%3$s
                ssl.truststore.password=${file:%2$s:store}
                """.formatted(
                        USER, secrets, new Certificates(folder).trustStore()));
    }

    /** Gives the user every right that a live job needs, on everything. */
    public void allowAll() throws InterruptedException, ExecutionException {
        allow(ResourceType.TOPIC, "*", AclOperation.READ, AclOperation.WRITE, AclOperation.DESCRIBE_CONFIGS);
        allow(ResourceType.GROUP, "*", AclOperation.READ);
        allow(ResourceType.TRANSACTIONAL_ID, "*", AclOperation.WRITE);
    }

    /** Gives the user rights on one resource, or on all of them ({@code *}). */
    public void allow(ResourceType type, String name, AclOperation... operations)
            throws InterruptedException, ExecutionException {
        List<AclBinding> bindings = new ArrayList<>();
        for (AclOperation operation : operations) {
            bindings.add(new AclBinding(
                    new ResourcePattern(type, name, PatternType.LITERAL),
                    new AccessControlEntry("User:" + USER, "*", operation, AclPermissionType.ALLOW)));
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", open()))) {
            admin.createAcls(bindings).all().get();
        }
    }

    /** Forbids what is otherwise allowed. */
    public void deny(ResourceType type, String name, AclOperation operation)
            throws InterruptedException, ExecutionException {
        AclBinding binding = new AclBinding(
                new ResourcePattern(type, name, PatternType.LITERAL),
                new AccessControlEntry("User:" + USER, "*", operation, AclPermissionType.DENY));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", open()))) {
            admin.createAcls(Set.of(binding)).all().get();
        }
    }

    /** Takes all that was allowed and forbidden back. */
    public void withdraw() throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", open()))) {
            admin.deleteAcls(Set.of(AclBindingFilter.ANY)).all().get();
        }
    }

    /** What its log says. */
    public String log() throws IOException {
        return Files.readString(folder.resolve("kafka").resolve(BrokerFolder.LOG));
    }

    private void awaitAnswer() throws Exception {
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        LoopbackPort port = new LoopbackPort(ports.get(3), "Kafka", "");
        while (!port.isListening()) {
            boolean hasEnded = process.waitFor(100, TimeUnit.MILLISECONDS);
            assertThat(hasEnded || System.nanoTime() > giveUpAt)
                    .as("the broker does not answer; see " + folder)
                    .isFalse();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
