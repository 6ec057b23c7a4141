package io.xunjian.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.xunjian.console.access.Visitor;
import io.xunjian.console.desk.DecisionTopic;
import io.xunjian.console.testing.SampleAlert;
import io.xunjian.console.testing.TestBroker;
import io.xunjian.rules.testing.Books;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the first start to a decision that is taken back. */
final class WiredIT {

    @Test
    void whoSignsInForTheFirstTimeDecides(@TempDir Path folder) throws Exception {
        try (TestBroker broker = TestBroker.start(folder.resolve("broker"))) {
            broker.create("alerts", 3);
            DecisionTopic.make(broker.client(), "decisions");
            String[] arguments = {
                "--bootstrap", broker.bootstrap(), "--db", "jdbc:h2:file:" + folder.resolve("db"), "--port", "0"
            };
            try (Console console = Console.start(ConsoleSettings.from(arguments))) {
                Visitor admin = new Visitor(console.address());
                assertThat(admin.get("/api/alerts?q=").status()).isEqualTo(401);
                assertThat(admin.signIn("admin", console.firstPassword().orElseThrow())
                                .status())
                        .isEqualTo(200);
                broker.send(List.of(
                        SampleAlert.open("A1").on("alerts"),
                        SampleAlert.open("A2").on("alerts")));
                JsonNode page = admin.get("/api/alerts?q=").json();
                while (page.path("alerts").size() < 2) {
                    page = admin.get("/api/alerts?q=").json();
                }
                Visitor.Answer closed = admin.post(
                        "/api/decisions", "{\"kind\":\"CLOSE\",\"q\":\"subject:S1\",\"outcome\":\"FALSE_POSITIVE\"}");
                assertThat(closed.json().path("count").asInt()).isEqualTo(2);
                assertThat(admin.get("/api/alerts?q=desk:closed").json().path("alerts"))
                        .hasSize(2);
                JsonNode detail = admin.get("/api/alerts/A1").json();
                assertThat(detail.at("/row/outcome").asText()).isEqualTo("FALSE_POSITIVE");
                assertThat(detail.at("/decisions/0/by").asText()).isEqualTo("admin");
                assertThat(admin.post(
                                        "/api/decisions",
                                        "{\"kind\":\"CLOSE\",\"q\":\"nonsense:1\",\"outcome\":\"CONFIRMED\"}")
                                .status())
                        .isEqualTo(400);

                broker.create("rules-in-force", 1);
                String file = Books.builtInFileWith(
                        "LATE_SHIPMENT", Books.version(2, "active", "2027-01-01T00:00:00+08:00", ""));
                broker.send(List.of(new ProducerRecord<>("rules-in-force", bytes("LATE_SHIPMENT"), bytes(file))));
                JsonNode rule = admin.get("/api/rules/LATE_SHIPMENT").json();
                while (rule.path("versions").size() < 2) {
                    rule = admin.get("/api/rules/LATE_SHIPMENT").json();
                }
                assertThat(rule.at("/versions/1/version").asInt()).isEqualTo(2);
            }
            try (Console again = Console.start(ConsoleSettings.from(arguments))) {
                assertThat(again.firstPassword()).isEmpty();
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
