package io.xunjian.console.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.xunjian.console.access.GuardedServer;
import io.xunjian.console.access.MovableClock;
import io.xunjian.console.access.Visitor;
import io.xunjian.console.store.Database;
import io.xunjian.console.store.DatabaseSettings;
import io.xunjian.console.web.Json;
import io.xunjian.rules.alert.Sentence;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class WebhookRoutesTest {

    private static final String TOKEN = "token-that-nobody-may-see-in-any-answer-of-the-console";
    private static final String SECRET = "SEC-that-nobody-may-see";

    private final Database database =
            Database.open(new DatabaseSettings("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "", 4));
    private BotServer bot;
    private Webhooks webhooks;
    private GuardedServer server;
    private Visitor admin;

    @BeforeEach
    void open() throws Exception {
        bot = new BotServer();
        WebhookSettings settings = new WebhookSettings(
                AllowedHosts.of(List.of("private:" + bot.host(), "oapi.dingtalk.com")),
                Optional.empty(),
                code -> new Sentence(code, code),
                WebhookSettings.USUAL_A_MINUTE);
        webhooks = Webhooks.start(database.jdbi(), settings, Clock.systemUTC());
        server = GuardedServer.start(database.jdbi(), new MovableClock(), webhooks.routes());
        admin = server.signedIn("admin");
    }

    @AfterEach
    void close() {
        server.close();
        webhooks.close();
        bot.close();
        database.close();
    }

    @Test
    void whatIsAddedIsListedWithoutItsAddressAndSecret() throws Exception {
        Visitor.Answer added = add(bot.url("/robot/send?access_token=" + TOKEN).toString());
        assertThat(added.status()).isEqualTo(201);
        Visitor.Answer listed = admin.get("/api/webhooks");

        assertThat(listed.json().at("/webhooks/0")).isEqualTo(added.json());
        assertThat(added.json().path("url").asText()).isEqualTo("http://" + bot.host() + "/…sole");
        assertThat(added.json().path("hasSecret").asBoolean()).isTrue();
        assertThat(added.response().body() + listed.response().body()).doesNotContain(TOKEN, SECRET);
    }

    @Test
    void aTestIsSentAtOnceAndSaysWhetherItWasTaken() throws Exception {
        String id = add(bot.url("/hook?access_token=" + TOKEN).toString())
                .json()
                .path("id")
                .asText();

        JsonNode delivered = admin.post("/api/webhooks/" + id + "/test", "{}").json();
        assertThat(delivered.toString()).isEqualTo("{\"delivered\":true}");
        assertThat(bot.told)
                .singleElement()
                .satisfies(told -> assertThat(told.body()).contains("测试消息"));

        bot.answerNext(200, "{\"errcode\":310000,\"errmsg\":\"" + TOKEN + "\"}");
        Visitor.Answer refused = admin.send("POST", "/api/webhooks/" + id + "/test", null);
        assertThat(refused.json().path("delivered").asBoolean()).isFalse();
        assertThat(refused.json().path("message").asText()).isEqualTo("The bot refused with code 310000.");
    }

    @Test
    void oneThatIsSwitchedOffIsListedAsOffUntilItIsSwitchedOn() throws Exception {
        String path = "/api/webhooks/"
                + add(bot.url("/").toString()).json().path("id").asText();

        assertThat(admin.send("PATCH", path, "{\"enabled\":false}")
                        .json()
                        .path("enabled")
                        .asBoolean(true))
                .isFalse();
        assertThat(admin.get("/api/webhooks").json().at("/webhooks/0/enabled").asBoolean(true))
                .isFalse();
        assertThat(admin.send("PATCH", path, "{\"enabled\":true}")
                        .json()
                        .path("enabled")
                        .asBoolean())
                .isTrue();
        assertThat(admin.send("PATCH", path, "{}").status()).isEqualTo(400);
        assertThat(admin.send("PATCH", "/api/webhooks/x", "{\"enabled\":true}").status())
                .isEqualTo(404);
    }

    @Test
    void whatIsRemovedIsGone() throws Exception {
        String id = add(bot.url("/").toString()).json().path("id").asText();

        assertThat(admin.send("DELETE", "/api/webhooks/" + id, null).status()).isEqualTo(204);
        assertThat(admin.send("DELETE", "/api/webhooks/" + id, null).status()).isEqualTo(404);
        assertThat(admin.send("POST", "/api/webhooks/" + id + "/test", null).status())
                .isEqualTo(404);
        assertThat(admin.get("/api/webhooks").json().path("webhooks")).isEmpty();
    }

    @Test
    void whereWebhooksMayNotLeadNoneIsAdded() throws Exception {
        for (String url : List.of(
                "https://evil.example/",
                "http://oapi.dingtalk.com/",
                "http://169.254.169.254/latest/meta-data",
                "file:///etc/passwd",
                "https://oapi.dingtalk.com@evil.example/",
                "nonsense",
                "https://oapi dingtalk/")) {
            assertThat(add(url).status()).as(url).isEqualTo(400);
        }
        assertThat(bot.told).isEmpty();
    }

    @Test
    void noOneButAnAdminSeesOrChangesThem() throws Exception {
        for (String name : List.of("viewer", "analyst")) {
            Visitor visitor = server.signedIn(name);
            assertThat(visitor.get("/api/webhooks").error()).isEqualTo("ROLE");
            assertThat(visitor.post("/api/webhooks", "{}").error()).isEqualTo("ROLE");
            assertThat(visitor.send("DELETE", "/api/webhooks/x", null).error()).isEqualTo("ROLE");
            assertThat(visitor.send("POST", "/api/webhooks/x/test", null).error())
                    .isEqualTo("ROLE");
        }
        assertThat(server.stranger().get("/api/webhooks").status()).isEqualTo(401);
    }

    private Visitor.Answer add(String url) throws IOException, InterruptedException {
        return admin.post(
                "/api/webhooks",
                Json.write(Map.of(
                        "name", "ours", "kind", "DINGTALK", "url", url, "secret", SECRET, "rules", List.of("LATE"))));
    }
}
