package io.xunjian.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.xunjian.console.access.Visitor;
import io.xunjian.console.desk.DecisionTopic;
import io.xunjian.console.testing.SampleAlert;
import io.xunjian.console.testing.TestBroker;
import io.xunjian.console.web.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private static Path folder;

    private static TestBroker broker;
    private static Console console;
    private static Visitor admin;

    @BeforeAll
    static void start() throws Exception {
        broker = TestBroker.start(folder.resolve("broker"));
        broker.create("alerts", 3);
        DecisionTopic.make(broker.client(), "decisions");
        console = Console.start(ConsoleSettings.from(new String[] {
            "--bootstrap", broker.bootstrap(), "--db", "jdbc:h2:file:" + folder.resolve("db"), "--port", "0"
        }));
        admin = new Visitor(console.address());
        admin.signIn("admin", console.firstPassword().orElseThrow());
    }

    @AfterAll
    static void stop() {
        console.close();
        broker.close();
    }

    @Test
    void alertsOfTheTopicAreListed() throws Exception {
        broker.send(List.of(
                SampleAlert.open("A1").on("alerts"),
                new ProducerRecord<>(
                        "alerts", "X".getBytes(StandardCharsets.UTF_8), "{".getBytes(StandardCharsets.UTF_8)),
                SampleAlert.open("A2").severity("EXTREME").on("alerts")));
        JsonNode found = await(
                "/api/alerts?q=severity:extreme",
                answer -> answer.path("alerts").size() == 1);
        assertThat(found.path("alerts").path(0).path("alertId").asText()).isEqualTo("A2");
        JsonNode health =
                await("/api/health", answer -> answer.path("status").asText().equals("UP"));
        assertThat(health.path("faults")).isEmpty();
    }

    @Test
    void anAlertIsFoundByAnyIdThatItMayHave() throws Exception {
        String id = "LATE_SHIPMENT:O/1 %2F+ü?:2";
        broker.send(List.of(SampleAlert.open(id).about("SHOP", "S/9").on("alerts")));
        await("/api/alerts?q=shop:S/9", answer -> answer.path("total").asInt() == 1);
        JsonNode found = get("/api/alerts/" + encoded(id));
        assertThat(found.path("row").path("alertId").asText()).isEqualTo(id);
        assertThat(found.path("alert").path("keys").path("orderId").asText()).isEqualTo("O-" + id);
        assertThat(found.path("history")).hasSize(1);
        assertThat(found.path("kafka").path("topic").asText()).isEqualTo("alerts");
        assertThat(get("/api/subjects/SHOP/" + encoded("S/9"))
                        .path("counts")
                        .path("total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void theTableHoldsExactlyWhatTheQueryDoes() throws Exception {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int i = 0; i < 2_500; i++) {
            records.add(SampleAlert.open("CSV:" + i).about("PROVIDER", "=P").on("alerts"));
        }
        broker.send(records);
        await("/api/alerts?q=provider:=P", answer -> answer.path("total").asInt() == 2_500);
        String csv = text("/api/alerts.csv?q=provider:=P&lang=zh&zone=UTC");
        assertThat(csv).startsWith("\uFEFF\"告警\"").contains("\"'=P\"").contains("2025-06-01 04:00:00");
        assertThat(csv.lines().skip(1).map(line -> line.split(",", -1)[0]))
                .hasSize(2_500)
                .doesNotHaveDuplicates();
    }

    @Test
    void newsReachWhoListens() throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + console.address().getPort() + "/api/stream");
        try (Stream<String> lines = HTTP.send(
                        HttpRequest.newBuilder(uri)
                                .header("Cookie", admin.header("Cookie"))
                                .build(),
                        BodyHandlers.ofLines())
                .body()) {
            broker.send(List.of(SampleAlert.open("NEWS").on("alerts")));
            assertThat(lines.anyMatch(line -> line.startsWith("data: ") && line.contains("\"alertId\":\"NEWS\"")))
                    .isTrue();
        }
    }

    private static JsonNode await(String path, Predicate<JsonNode> done) throws Exception {
        long giveUpAt = System.nanoTime() + 30_000_000_000L;
        JsonNode answer = get(path);
        while (!done.test(answer) && System.nanoTime() - giveUpAt < 0) {
            answer = get(path);
        }
        assertThat(done.test(answer)).as(answer.toString()).isTrue();
        return answer;
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static JsonNode get(String path) throws IOException, InterruptedException {
        return Json.MAPPER.readTree(text(path));
    }

    private static String text(String path) throws IOException, InterruptedException {
        return admin.get(path).response().body();
    }
}
