package io.xunjian.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.console.access.Visitor;
import io.xunjian.console.web.Json;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A console whose Kafka is away. */
class ConsoleTest {

    private static Console console;
    private static Visitor admin;

    @BeforeAll
    static void start() throws Exception {
        console = Console.start(ConsoleSettings.from(
                new String[] {"--bootstrap", "127.0.0.1:9", "--db", "jdbc:h2:mem:console", "--port", "0"}));
        admin = new Visitor(console.address());
        admin.signIn("admin", console.firstPassword().orElseThrow());
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    @Test
    @SuppressWarnings("unchecked")
    void openApiHasEveryRouteAndNoOther() throws IOException {
        Set<String> served = new TreeSet<>();
        console.routes()
                .forEach(route -> served.add(
                        route.method() + " " + route.path().replace('<', '{').replace('>', '}')));
        Set<String> documented = new TreeSet<>();
        try (var file = ConsoleTest.class.getResourceAsStream("openapi.yaml")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            var api = (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromString(text);
            ((Map<String, Map<String, Object>>) api.get("paths"))
                    .forEach((path, methods) -> methods.keySet()
                            .forEach(method -> documented.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        }
        assertThat(documented).isEqualTo(served);
    }

    @Test
    void itSaysThatKafkaIsAway() throws Exception {
        HttpResponse<String> answer = get("/api/health");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(Json.MAPPER.readTree(answer.body()).path("status").asText()).isEqualTo("DOWN");
        assertThat(Json.MAPPER.readTree(answer.body()).path("kafka").asBoolean())
                .isFalse();
        assertThat(Json.MAPPER.readTree(answer.body()).path("database").asBoolean())
                .isTrue();
    }

    @Test
    void aBadQueryIsToldWithItsPlace() throws Exception {
        HttpResponse<String> answer = get("/api/alerts?q=a%20statuss:open");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(Json.MAPPER.readTree(answer.body()).path("error").asText()).isEqualTo("BAD_QUERY");
        assertThat(Json.MAPPER.readTree(answer.body()).path("at").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/alerts?limit=201",
                "/api/alerts?limit=x",
                "/api/alerts?after=x",
                "/api/alerts?sort=x",
                "/api/groups?by=x",
                "/api/overview?from=x",
                "/api/overview?from=2025-02-02&to=2025-02-01",
                "/api/overview?zone=x",
                "/api/alerts.csv?lang=x",
                "/api/facets?q=rule:"
            })
    void whatIsNotUnderstoodIsABadRequest(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Json.MAPPER.readTree(answer.body()).path("error").asText()).startsWith("BAD_");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/x", "/api/alerts/x", "/api/rules/x", "/api/subjects/SHOP/x", "/assets/x.js"})
    void whatIsNotThereIsNotFound(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Json.MAPPER.readTree(answer.body()).path("error").asText()).isEqualTo("NOT_FOUND");
    }

    @Test
    void aHashedFileMayBeKeptForeverAndThePageMayNot() throws Exception {
        HttpResponse<String> file = get("/assets/sample-1a2b3c.js");
        assertThat(file.body()).contains("42");
        assertThat(file.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("immutable"));
        assertThat(file.headers().firstValue("Content-Type"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("text/javascript"));
        for (String path : new String[] {"/", "/alerts?q=x", "/a/LATE:1", "/rules/X@1"}) {
            HttpResponse<String> page = get(path);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Cache-Control")).contains("no-cache");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/assets/..%2f..%2fopenapi.yaml", "/..%2fopenapi.yaml", "/%2e%2e/openapi.yaml", "/assets//x"})
    void nothingOutsideOfThePageIsServed(String path) throws Exception {
        assertThat(get(path).body()).doesNotContain("openapi: 3");
    }

    @Test
    void rulesAreToldBeforeAnythingIsFound() throws Exception {
        var rules = Json.MAPPER.readTree(get("/api/rules").body()).path("rules");
        assertThat(rules).hasSize(5);
        assertThat(rules.path(0).path("hits").asInt(-1)).isZero();
        var rule = Json.MAPPER.readTree(get("/api/rules/LATE_SHIPMENT").body());
        assertThat(rule.path("doc").path("finds").path("zh").asText()).isNotEmpty();
        assertThat(rule.path("versions").path(0).path("ladder")).isNotEmpty();
        assertThat(rule.path("clause").path("ref").asText()).isNotEmpty();
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return admin.get(path).response();
    }
}
