package io.xunjian.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunjian.rules.event.Stream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TopicsTest {

    @Test
    void eachTopicHasThePrefixAndItsStream() {
        Topics topics = new Topics("test.");
        assertThat(topics.of(Stream.ORDERS)).isEqualTo("test.orders");
        assertThat(topics.alerts()).isEqualTo("test.alerts");
        assertThat(topics.lateEvents()).isEqualTo("test.late-events");
        assertThat(topics.deadLetters()).isEqualTo("test.dead-letters");
    }

    /** It takes connections and says nothing. */
    @Test
    @Timeout(value = 12, unit = TimeUnit.SECONDS)
    void aBrokerThatDoesNotAnswerIsToldInOneMessage() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String bootstrap = "127.0.0.1:" + silent.getLocalPort();
            assertRefused(bootstrap, "No Kafka broker answers at " + bootstrap);
        }
    }

    private static void assertRefused(String bootstrap, String message) {
        Properties client = new Properties();
        client.setProperty("bootstrap.servers", bootstrap);
        assertThatThrownBy(() -> new Topics("").check(client))
                .isInstanceOfSatisfying(
                        SettingsRejected.class,
                        rejected -> assertThat(rejected.faults())
                                .singleElement()
                                .asString()
                                .startsWith(message));
    }
}
