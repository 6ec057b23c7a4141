package io.xunjian.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.cluster.SecuredBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that can be wrong about topics, made wrong for real; each test has topics of its own. */
class TopicConditionsIT {

    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    private static Path folder;

    private static SecuredBroker broker;
    private static int count;

    private final String prefix = "t" + count++ + '-';

    @BeforeAll
    static void start() throws Exception {
        broker = SecuredBroker.start(folder);
    }

    @AfterAll
    static void end() {
        broker.close();
    }

    @Test
    void aSoundInstallationHasNothing() throws Exception {
        sound().create();
        assertThat(consultation().ailments())
                .filteredOn(ailment -> ailment.condition().area() != Area.MACHINE)
                .filteredOn(ailment -> ailment.condition() != Condition.DISK_LOW)
                .isEmpty();
        assertThat(consultation().with("delivery", "exactly-once").faults()).isEmpty();
    }

    @Test
    void topicsThatAreNotThereAreNamedTogether() throws Exception {
        sound().without("orders").without("alerts").create();
        consultation().finds(Condition.TOPIC_MISSING, prefix + "alerts, " + prefix + "orders");
    }

    @Test
    void oneTopicOfRulesIsNotEnough() throws Exception {
        sound().without("rules-in-force").withPartitions("rules", 3).create();
        consultation().finds(Condition.RULE_TOPICS, "no topic " + prefix + "rules-in-force");
        consultation().finds(Condition.RULE_TOPICS, prefix + "rules has 3 partitions");
    }

    @Test
    void rulesThatExpireAreTold() throws Exception {
        sound().with("rules", "cleanup.policy", "delete")
                .with("rules", "retention.ms", ms(DAY))
                .create();
        consultation().finds(Condition.RULES_EXPIRE, prefix + "rules ", "cleanup.policy=compact");
    }

    @Test
    void alertsThatExpireAreTold() throws Exception {
        sound().with("alerts", "cleanup.policy", "compact,delete")
                .with("alerts", "retention.ms", ms(DAY))
                .create();
        consultation().finds(Condition.ALERTS_EXPIRE, prefix + "alerts");
    }

    @Test
    void alertsOfWhichEveryStateIsKeptAreTold() throws Exception {
        sound().with("alerts", "cleanup.policy", "delete")
                .with("alerts", "retention.ms", "-1")
                .create();
        consultation().finds(Condition.ALERTS_NOT_COMPACTED, prefix + "alerts");
        assertThat(consultation().faults()).isEmpty();
    }

    @Test
    void eventsThatExpireAreToldByHowMuchTheyExpire() throws Exception {
        sound().with("orders", "retention.ms", ms(Duration.ofHours(23)))
                .with("calls", "retention.ms", ms(DAY.multipliedBy(90)))
                .with("providers", "retention.ms", ms(DAY.multipliedBy(91)))
                .create();
        consultation().finds(Condition.EVENTS_EXPIRE, prefix + "orders", "PT23H");
        consultation().finds(Condition.EVENTS_EXPIRE_SOON, prefix + "calls", ms(DAY.multipliedBy(91)));
        assertThat(consultation().ailments())
                .noneMatch(ailment -> ailment.cause().contains(prefix + "providers"));
    }

    @Test
    void eventsOfWhichTheLastIsKeptAreTold() throws Exception {
        sound().with("complaints", "cleanup.policy", "compact").create();
        consultation().finds(Condition.EVENTS_COMPACTED, prefix + "complaints");
    }

    @Test
    void aTopicThatTakesSmallRecordsOnlyIsTold() throws Exception {
        sound().with("late-events", "max.message.bytes", "1048575").create();
        consultation().finds(Condition.MESSAGES_TOO_SMALL, prefix + "late-events", "1048575");
    }

    @Test
    void fewerPartitionsThanSubtasksAreTold() throws Exception {
        sound().withPartitions("orders", 3).create();
        consultation()
                .planned(plan -> plan.on(null, 3))
                .finds(Condition.IDLE_SUBTASKS, "parallelism of 3", prefix + "calls (2)");
        assertThat(consultation().planned(plan -> plan.on(null, 3)).ailments())
                .noneMatch(ailment -> ailment.condition() == Condition.IDLE_SUBTASKS
                        && ailment.cause().contains(prefix + "orders"));
    }

    @Test
    void aStreamOnWhichNothingComesIsToldWithTheRulesThatWait() throws Exception {
        sound().silent("shipments").create();
        consultation().finds(Condition.PARTITION_SILENT, "0, 1 of " + prefix + "shipments", "LATE_SHIPMENT");
        assertThat(consultation().with("expect-streams", "orders").ailments())
                .noneMatch(ailment -> ailment.condition() == Condition.PARTITION_SILENT);
    }

    @Test
    void recordsOfTomorrowAreTold() throws Exception {
        sound().create(System.currentTimeMillis() + DAY.toMillis());
        consultation().finds(Condition.RECORDS_FROM_THE_FUTURE, prefix + "orders", "NTP");
    }

    @Test
    void aRuleFileInForceThatIsNoRuleFileIsTold() throws Exception {
        sound().create();
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.open()), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(prefix + "rules-in-force", "LATE_SHIPMENT", "rule: LATE_SHIPMENT\n"))
                    .get();
        }
        consultation().finds(Condition.RULES_IN_FORCE_UNKNOWN, prefix + "rules-in-force", "versions");
    }

    @Test
    void whatAclsDoNotPermitIsToldByOperation() throws Exception {
        sound().create();
        secure().finds(Condition.MAY_NOT_DESCRIBE, prefix + "alerts", prefix + "rules-in-force");
        for (String topic : new String[] {"orders", "shipments", "calls", "complaints", "settlements", "rules"}) {
            broker.allow(ResourceType.TOPIC, prefix + topic, AclOperation.READ);
        }
        broker.allow(ResourceType.TOPIC, prefix + "providers", AclOperation.DESCRIBE);
        for (String topic : new String[] {"late-events", "dead-letters", "rules-in-force"}) {
            broker.allow(ResourceType.TOPIC, prefix + topic, AclOperation.READ, AclOperation.WRITE);
        }
        broker.allow(ResourceType.TOPIC, prefix + "alerts", AclOperation.READ);
        secure().finds(Condition.MAY_NOT_READ, "READ " + prefix + "providers.");
        secure().finds(Condition.MAY_NOT_WRITE, "WRITE " + prefix + "alerts.");
        secure().finds(Condition.CONFIGS_FORBIDDEN, prefix + "orders");
    }

    private SoundTopics sound() {
        return new SoundTopics(broker.open(), prefix);
    }

    private Consultation consultation() {
        return Consultation.over(broker.open(), folder).with("topic-prefix", prefix);
    }

    private Consultation secure() throws Exception {
        return Consultation.over(broker.secure(), folder)
                .with("topic-prefix", prefix)
                .with("kafka-properties", broker.client().toString());
    }

    private static String ms(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
