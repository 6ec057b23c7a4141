package io.xunjian.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.cluster.SecondBroker;
import io.xunjian.cluster.SecuredBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FeatureUpdate;
import org.apache.kafka.clients.admin.FeatureUpdate.UpgradeType;
import org.apache.kafka.clients.admin.UpdateFeaturesOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Brokers that are not set up as they should be: one for exactly-once, two for a death of one. */
class BrokerConditionsIT {

    @TempDir
    private Path folder;

    @Test
    void aBrokerWithShortTransactionsOfAnOldKindIsTold() throws Exception {
        try (SecuredBroker broker = SecuredBroker.start(folder, "transaction.max.timeout.ms=60000")) {
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.open()))) {
                FeatureUpdate older = new FeatureUpdate((short) 1, UpgradeType.SAFE_DOWNGRADE);
                admin.updateFeatures(Map.of("transaction.version", older), new UpdateFeaturesOptions())
                        .all()
                        .get();
            }
            Consultation consultation = Consultation.over(broker.open(), folder).with("delivery", "exactly-once");
            consultation.finds(Condition.TRANSACTION_TIMEOUT, "600000", "900000");
            consultation.finds(Condition.TRANSACTION_VERSION, "is 1");
            assertThat(Consultation.over(broker.open(), folder).faults()).isEmpty();
            transactions(broker, "60001").finds(Condition.TRANSACTION_TIMEOUT, "below 60001");
            assertThat(transactions(broker, "60000").faults())
                    .noneMatch(ailment -> ailment.condition() == Condition.TRANSACTION_TIMEOUT);
        }
    }

    private Consultation transactions(SecuredBroker broker, String millis) throws Exception {
        Path client = Files.writeString(folder.resolve("client.properties"), "transaction.timeout.ms=" + millis);
        return Consultation.over(broker.open(), folder)
                .with("delivery", "exactly-once")
                .with("kafka-properties", client.toString());
    }

    @Test
    void topicsThatWouldNotOutliveABrokerAreToldWhereThereAreTwo() throws Exception {
        try (SecuredBroker broker = SecuredBroker.start(folder);
                SecondBroker second = SecondBroker.join(broker, folder)) {
            new SoundTopics(broker.open(), "two-")
                    .withReplicas("alerts", 2)
                    .with("alerts", "min.insync.replicas", "1")
                    .create();
            Consultation consultation = Consultation.over(broker.open(), folder).with("topic-prefix", "two-");
            consultation.finds(Condition.ONE_REPLICA, "two-orders");
            consultation.finds(Condition.UNSAFE_WRITES, "of two-alerts:");
            assertThat(second.isAlive()).isTrue();
        }
    }
}
