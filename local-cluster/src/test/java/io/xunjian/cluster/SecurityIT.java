package io.xunjian.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.xunjian.jobs.BacktestJob;
import io.xunjian.jobs.BacktestSettings;
import io.xunjian.jobs.Publication;
import io.xunjian.jobs.RulesInForce;
import io.xunjian.jobs.SettingsRejected;
import io.xunjian.jobs.WatchSettings;
import io.xunjian.rules.files.OutFolder;
import io.xunjian.rules.testing.Books;
import io.xunjian.rules.testing.Cases;
import io.xunjian.rules.testing.NetAlert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS, SCRAM and ACLs: everything runs by a file of client settings, and no secret of it is seen anywhere. */
@Tag("long")
class SecurityIT {

    private static final String[] SECRETS = {SecuredBroker.PASSWORD, Certificates.STORE_PASSWORD};

    @TempDir
    private Path folder;

    private SecuredBroker broker;

    @BeforeEach
    void start() throws Exception {
        broker = SecuredBroker.start(folder);
    }

    @AfterEach
    void end() {
        broker.close();
    }

    @Test
    void aLiveJobFindsWhatTheBacktestFindsAndShowsNoSecretToAnyone() throws Exception {
        broker.allowAll();
        Cases.Case mixed = Cases.named("mixed-2");
        List<NetAlert> expected = mixed.expected();
        History history = History.of(mixed.events(), 17);
        Path flink = Files.createDirectories(folder.resolve("flink"));
        try (WatchProcess watch = WatchProcess.startTalking(flink, live("--delivery", "exactly-once"))) {
            history.send(broker.open(), 0, 1);
            List<NetAlert> seen = new TopicReader(broker.open())
                    .alerts(watch, alerts -> net(alerts, history.horizon()).equals(expected));
            assertThat(net(seen, history.horizon())).isEqualTo(expected);
            ShownToOthers shown = new ShownToOthers(watch, flink);
            assertThat(shown.arguments()).contains("--kafka-properties").doesNotContain(SECRETS);
            assertThat(shown.rest()).contains("kafka-properties").doesNotContain(SECRETS);
            assertThat(shown.log()).contains("sasl.jaas.config = [hidden]").doesNotContain(SECRETS);
            assertThat(shown.checkpoints()).isNotEmpty().doesNotContain(SECRETS);
        }
        assertThat(broker.log()).doesNotContain(SECRETS);
    }

    @Test
    void aBacktestReadsTheTopicsWithTheRightToReadAlone() throws Exception {
        broker.allow(ResourceType.TOPIC, "*", AclOperation.READ);
        Cases.Case mixed = Cases.named("mixed-2");
        History history = History.of(mixed.events(), 17);
        history.send(broker.open(), 0, 1);
        Path out = folder.resolve("out");
        List<String> arguments = new ArrayList<>(List.of("--kafka", broker.secure(), "--out", out.toString()));
        arguments.addAll(List.of("--until", Long.toString(history.horizon())));
        arguments.addAll(List.of("--kafka-properties", broker.client().toString()));
        BacktestJob.run(BacktestSettings.from(arguments.toArray(String[]::new)), records -> {});
        assertThat(NetAlert.read(out.resolve(OutFolder.ALERTS))).isEqualTo(mixed.expected());
    }

    @Test
    void aRuleFileIsPublishedAndThoseInForceAreRead() throws Exception {
        broker.allow(ResourceType.TOPIC, "rules", AclOperation.WRITE);
        broker.allow(ResourceType.TOPIC, "rules-in-force", AclOperation.READ);
        Path file = Files.writeString(
                folder.resolve("late.yaml"),
                Books.builtInFileWith(
                        "LATE_SHIPMENT", Books.version(2, "active", "2099-01-01T00:00:00+08:00", "maxJudgements: 2")));
        String client = broker.client().toString();
        String[] rules = {"--bootstrap", broker.secure(), "--kafka-properties", client};
        String[] publication = {"--bootstrap", broker.secure(), "--kafka-properties", client, "--file", file.toString()
        };
        assertThat(Publication.from(publication, System.currentTimeMillis()).publish())
                .isTrue();
        assertThat(new TopicReader(broker.open()).values(Topics.RULES)).hasSize(1);
        assertThat(RulesInForce.from(rules).read()).isEmpty();
    }

    @Test
    void aWrongPasswordIsToldInOneLine() throws Exception {
        broker.allowAll();
        assertThat(refusal("--kafka-properties", broker.client("wrong", "wrong").toString()))
                .singleElement()
                .asString()
                .startsWith("Kafka at " + broker.secure() + " does not let us in: ")
                .contains("invalid credentials")
                .doesNotContain("\n");
    }

    @Test
    void whatAclsDoNotPermitIsToldInOneLine() throws Exception {
        assertThat(refusal())
                .containsExactly("Kafka at " + broker.secure() + " does not permit DESCRIBE of rules, rules-in-force."
                        + " Grant the user of --kafka-properties these ACLs: docs/security.md.");
        broker.allow(ResourceType.TOPIC, "*", AclOperation.DESCRIBE);
        broker.allow(ResourceType.TOPIC, "rules", AclOperation.READ);
        broker.allow(ResourceType.TOPIC, "rules-in-force", AclOperation.READ, AclOperation.WRITE);
        broker.allow(ResourceType.TOPIC, "orders", AclOperation.READ);
        broker.allow(ResourceType.TOPIC, "dead-letters", AclOperation.WRITE);
        assertThat(refusal())
                .containsExactly(
                        "Kafka at " + broker.secure() + " does not permit READ of calls, complaints, providers,"
                                + " settlements, shipments, nor WRITE of alerts, late-events. Grant the user of"
                                + " --kafka-properties these ACLs: docs/security.md.");
    }

    /** What a job says that does not start; nothing where it would. */
    private List<String> refusal(String... more) throws Exception {
        SettingsRejected rejected = catchThrowableOfType(SettingsRejected.class, () -> {
            WatchSettings settings = WatchSettings.from(live(more));
            new io.xunjian.jobs.Topics("").check(settings.client(), settings.book());
        });
        return rejected == null ? List.of() : rejected.faults();
    }

    private String[] live(String... more) throws IOException {
        List<String> all = new ArrayList<>(List.of("--bootstrap", broker.secure(), "--checkpoint-interval", "PT0.5S"));
        if (!List.of(more).contains("--kafka-properties")) {
            all.addAll(List.of("--kafka-properties", broker.client().toString()));
        }
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static List<NetAlert> net(List<NetAlert> alerts, long horizon) {
        return NetAlert.net(alerts).stream()
                .filter(alert -> alert.raisedAt() <= horizon)
                .toList();
    }
}
