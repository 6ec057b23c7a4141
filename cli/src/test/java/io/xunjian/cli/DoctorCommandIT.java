package io.xunjian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.xunjian.cluster.SecuredBroker;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the doctor, and commands that a broker refuses, tell and do not tell. */
class DoctorCommandIT {

    private static final String CANARY = "Canary";

    @TempDir
    private static Path folder;

    private static SecuredBroker broker;

    private final PrintStream screen = System.out;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void start() throws Exception {
        broker = SecuredBroker.start(folder);
    }

    @AfterAll
    static void end() {
        broker.close();
    }

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void giveBack() throws Exception {
        System.setOut(screen);
        broker.withdraw();
    }

    @Test
    void aSoundInstallationIsSoundAlsoBehindTlsAndUsers() throws Exception {
        broker.allowAll();
        assertThat(doctor(broker.secure(), "client", SecuredBroker.PASSWORD, "--set", "delivery=exactly-once"))
                .as(said())
                .isZero();
        assertThat(said())
                .contains("sasl.jaas.config=[hidden]", "sasl.mechanism=SCRAM-SHA-512", "0 faults")
                .doesNotContain(CANARY);
    }

    @Test
    void faultsAreToldWithCauseAndCureAndNoSecret() throws Exception {
        assertThat(doctor(broker.secure(), "wrong", "wrong-" + CANARY)).isEqualTo(Main.FAILED);
        assertThat(said())
                .contains("fault    CREDENTIALS_REFUSED\n", "invalid credentials", "→ Mend user and password")
                .contains("cluster     not looked at")
                .doesNotContain(CANARY, "\tat ");
    }

    @Test
    void scriptsSeeTheSame() throws Exception {
        assertThat(doctor(broker.secure(), "wrong", "wrong-" + CANARY, "--json"))
                .isEqualTo(Main.FAILED);
        JsonNode told = new ObjectMapper().readTree(said());
        assertThat(told.path("sound").asBoolean(true)).isFalse();
        assertThat(told.path("ailments").findValuesAsText("condition")).contains("CREDENTIALS_REFUSED");
        assertThat(told.path("client").path("sasl.jaas.config").asText()).isEqualTo("[hidden]");
        assertThat(said()).doesNotContain(CANARY);
    }

    @Test
    void settingsThatAreNoneAreRefused() {
        assertThat(run("doctor", "--set", "delivery=twice")).isEqualTo(Main.REFUSED);
        assertThat(err.toString()).contains("--bootstrap is missing", "--delivery is 'twice'");
    }

    @Test
    void aJobWithAWrongPasswordIsRefusedInOneLine() throws Exception {
        String client = broker.client("wrong", "wrong-" + CANARY).toString();
        assertThat(watch(client)).isEqualTo(Main.REFUSED);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .contains("does not let us in")
                .doesNotContain(CANARY);
    }

    @Test
    void aJobWithoutARightIsRefusedInOneLine() throws Exception {
        broker.allowAll();
        broker.deny(ResourceType.TOPIC, "alerts", AclOperation.WRITE);
        assertThat(watch(broker.client().toString())).isEqualTo(Main.REFUSED);
        assertThat(err.toString().lines())
                .containsExactly("xunjian: Kafka at " + broker.secure() + " does not permit WRITE of alerts. Grant the"
                        + " user of --kafka-properties these ACLs: docs/security.md.");
        assertThat(doctor(broker.secure(), "client", SecuredBroker.PASSWORD)).isEqualTo(Main.FAILED);
        assertThat(said()).contains("MAY_NOT_WRITE", "WRITE alerts.");
    }

    private int watch(String client) {
        return run(
                "watch",
                "--bootstrap",
                broker.secure(),
                "--kafka-properties",
                client,
                "--flink-port",
                "0",
                "--data",
                folder.resolve("watch").toString());
    }

    private int doctor(String bootstrap, String name, String password, String... more) throws Exception {
        String client = broker.client(name, password).toString();
        List<String> arguments = new ArrayList<>(List.of("doctor", "--bootstrap", bootstrap, "--flink-port", "0"));
        arguments.addAll(List.of("--kafka-properties", client));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        return Main.commandLine().setErr(new PrintWriter(err, true)).execute(arguments);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
