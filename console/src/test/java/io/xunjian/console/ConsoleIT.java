package io.xunjian.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.xunjian.console.testing.SampleAlert;
import io.xunjian.console.testing.TestBroker;
import io.xunjian.console.web.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
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

    @BeforeAll
    static void start() throws Exception {
        broker = TestBroker.start(folder.resolve("broker"));
        broker.create("alerts", 3);
        console = Console.start(ConsoleSettings.from(new String[] {
            "--bootstrap", broker.bootstrap(), "--db", "jdbc:h2:file:" + folder.resolve("db"), "--port", "0"
        }));
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
                new ProducerRecord<>("alerts", "X".getBytes(StandardCharsets.UTF_8), "{".getBytes(StandardCharsets.UTF_8)),
                SampleAlert.open("A2").severity("EXTREME").on("alerts")));
        JsonNode found = await(
                "/api/alerts?q=severity:extreme", answer -> answer.path("total").asInt() == 1);
        assertThat(found.path("alerts").path(0).path("alertId").asText()).isEqualTo("A2");
        assertThat(get("/api/health").path("status").asText()).isEqualTo("UP");
    }

    private static JsonNode await(String path, java.util.function.Predicate<JsonNode> done) throws Exception {
        long giveUpAt = System.nanoTime() + 30_000_000_000L;
        JsonNode answer = get(path);
        while (!done.test(answer) && System.nanoTime() - giveUpAt < 0) {
            answer = get(path);
        }
        assertThat(done.test(answer)).as(answer.toString()).isTrue();
        return answer;
    }

    private static JsonNode get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + console.address().getPort() + path);
        HttpResponse<String> answer = HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        return Json.MAPPER.readTree(answer.body());
    }
}
