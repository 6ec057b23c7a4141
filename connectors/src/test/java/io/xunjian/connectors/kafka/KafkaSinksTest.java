package io.xunjian.connectors.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** The newest state of an alert must stand last in its topic: its producer keeps the order, whatever the client's settings. */
class KafkaSinksTest {

    @Test
    void whatIsSentInOrderIsWrittenInOrder() {
        assertOrdered(producer(Map.of()));
    }

    @Test
    void theClientsSettingsDoNotSwitchTheOrderOff() {
        assertOrdered(producer(Map.of("acks", "1")));
        assertOrdered(producer(Map.of("enable.idempotence", "false", "acks", "0")));
    }

    @Test
    void theClientsOtherSettingsStay() {
        assertThat(producer(Map.of("security.protocol", "SSL")).getString("security.protocol"))
                .isEqualTo("SSL");
    }

    @Test
    void aTransactionLastsTenMinutesUnlessTheClientSays() {
        assertThat(producer(Map.of()).getInt("transaction.timeout.ms")).isEqualTo(600_000);
        assertThat(producer(Map.of("transaction.timeout.ms", "60000")).getInt("transaction.timeout.ms"))
                .isEqualTo(60_000);
    }

    private static void assertOrdered(ProducerConfig producer) {
        assertThat(producer.getBoolean(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG))
                .isTrue();
        assertThat(producer.getString(ProducerConfig.ACKS_CONFIG)).isEqualTo("-1");
        assertThat(producer.getInt(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION))
                .isBetween(1, 5);
    }

    /** As Kafka understands the settings. */
    private static ProducerConfig producer(Map<String, String> client) {
        Properties settings = new Properties();
        settings.setProperty("bootstrap.servers", "kafka:9092");
        settings.putAll(client);
        Properties producer =
                new KafkaSinks(settings, Delivery.AT_LEAST_ONCE, "test", ExpiredTransactions.FAIL).producer();
        producer.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        producer.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        return new ProducerConfig(producer);
    }
}
