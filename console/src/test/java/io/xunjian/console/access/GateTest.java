package io.xunjian.console.access;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;
import io.xunjian.console.store.Database;
import io.xunjian.console.store.DatabaseSettings;
import io.xunjian.console.web.Route;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class GateTest {

    private final Database database =
            Database.open(new DatabaseSettings("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "", 4));
    private final GuardedServer server = GuardedServer.start(
            database.jdbi(),
            new MovableClock(),
            List.of(
                    Route.open(HandlerType.GET, "/api/open", ctx -> ctx.result("open")),
                    Route.of(HandlerType.GET, "/api/viewers", Role.VIEWER, ctx -> ctx.result("seen")),
                    Route.of(HandlerType.POST, "/api/analysts", Role.ANALYST, ctx -> ctx.result("done")),
                    Route.of(HandlerType.POST, "/api/admins", Role.ADMIN, ctx -> ctx.result("done"))));

    @AfterEach
    void close() {
        server.close();
        database.close();
    }

    @Test
    void eachRouteIsForItsRoleAndThoseAboveIt() throws Exception {
        for (Route route : server.routes()) {
            assertThat(refusal(server.stranger(), route))
                    .isEqualTo(route.needed().isPresent() ? "SIGN_IN" : null);
            for (Role role : Role.values()) {
                String expected =
                        route.needed().isEmpty() || role.includes(route.needed().get()) ? null : "ROLE";
                String name = role.name().toLowerCase(Locale.ROOT);
                assertThat(refusal(server.signedIn(name), route))
                        .as(role + " at " + route)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void aChangeNeedsTheTokenOfItsOwnSession() throws Exception {
        Visitor visitor = server.signedIn("analyst");
        String other = server.signedIn("analyst").header("X-CSRF-Token");
        String own = visitor.header("X-CSRF-Token");

        assertThat(visitor.with("X-CSRF-Token", null)
                        .post("/api/analysts", "{}")
                        .error())
                .isEqualTo("CSRF");
        assertThat(visitor.with("X-CSRF-Token", "").post("/api/analysts", "{}").error())
                .isEqualTo("CSRF");
        assertThat(visitor.with("X-CSRF-Token", other)
                        .post("/api/analysts", "{}")
                        .error())
                .isEqualTo("CSRF");
        assertThat(visitor.with("X-CSRF-Token", own).post("/api/analysts", "{}").status())
                .isEqualTo(200);
    }

    @Test
    void aChangeFromAnotherSiteIsRefusedEvenWithTheToken() throws Exception {
        int port = server.address().getPort();
        Visitor visitor = server.signedIn("analyst");
        for (String origin : List.of("https://evil.example", "null", "http://127.0.0.1", "https://127.0.0.1:" + port)) {
            assertThat(visitor.with("Origin", origin)
                            .post("/api/analysts", "{}")
                            .error())
                    .isEqualTo("OTHER_SITE");
        }
        visitor.with("Origin", "http://127.0.0.1:" + port);
        assertThat(visitor.post("/api/analysts", "{}").status()).isEqualTo(200);
        for (String site : List.of("cross-site", "same-site", "none", "anything")) {
            assertThat(visitor.with("Sec-Fetch-Site", site)
                            .post("/api/analysts", "{}")
                            .error())
                    .isEqualTo("OTHER_SITE");
        }
        assertThat(visitor.with("Sec-Fetch-Site", "same-origin")
                        .post("/api/analysts", "{}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anotherSiteCannotSignItsVisitorsIn() throws Exception {
        Visitor visitor = server.stranger().with("Origin", "https://evil.example");

        assertThat(visitor.signIn("viewer", GuardedServer.PASSWORD).error()).isEqualTo("OTHER_SITE");
    }

    @Test
    void aFormIsNoJson() throws Exception {
        Visitor visitor = server.stranger();
        String json = "{\"name\":\"viewer\",\"password\":\"" + GuardedServer.PASSWORD + "\"}";
        visitor.with("Content-Type", "text/plain");

        assertThat(visitor.post("/api/session", json).status()).isEqualTo(400);
    }

    @Test
    void everyAnswerSaysWhatABrowserMayTrust() throws Exception {
        for (String path : List.of("/api/open", "/api/viewers", "/api/nothing", "/", "/nothing")) {
            Map<String, List<String>> headers =
                    server.stranger().get(path).response().headers().map();
            assertThat(headers.get("content-security-policy"))
                    .as(path)
                    .singleElement()
                    .asString()
                    .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                    .contains(
                            "frame-ancestors 'none'",
                            "base-uri 'none'",
                            "form-action 'self'",
                            "require-trusted-types-for 'script'")
                    .doesNotContain("unsafe");
            assertThat(headers)
                    .containsEntry("x-content-type-options", List.of("nosniff"))
                    .containsEntry("referrer-policy", List.of("no-referrer"))
                    .containsEntry("cross-origin-opener-policy", List.of("same-origin"))
                    .containsKey("permissions-policy")
                    .doesNotContainKey("strict-transport-security")
                    .doesNotContainKey("server");
        }
    }

    @Test
    void whoCallsUsByAnotherNameIsRefused() throws Exception {
        assertThat(statusLine("127.0.0.1:1")).contains("200");
        assertThat(statusLine("LOCALHOST")).contains("200");
        assertThat(statusLine("[::1]:8088")).contains("200");
        assertThat(statusLine("evil.example")).contains("403");
        assertThat(statusLine("127.0.0.1.evil.example:8088")).contains("403");
        assertThat(statusLine("10.0.0.1")).contains("403");
        assertThat(statusLine("localhost.")).contains("403");
    }

    @Test
    void theSixthWrongPasswordIsNotEvenLookedAt() throws Exception {
        for (int i = 0; i < SignInLimits.NAME_AND_ADDRESS; i++) {
            assertThat(server.stranger().signIn("viewer", "not the password").status())
                    .isEqualTo(401);
        }
        Visitor.Answer refused = server.stranger().signIn("viewer", GuardedServer.PASSWORD);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.response().headers().firstValue("Retry-After")).isEqualTo(Optional.of("900"));
        assertThat(server.stranger().signIn("analyst", GuardedServer.PASSWORD).status())
                .isEqualTo(200);
    }

    private static String refusal(Visitor visitor, Route route) throws IOException, InterruptedException {
        String path = route.path().replaceAll("\\{[a-z]+\\}", "x");
        Visitor.Answer answer =
                visitor.send(route.method().name(), path, route.method().equals(HandlerType.GET) ? null : "{}");
        return List.of("SIGN_IN", "ROLE").contains(answer.error()) ? answer.error() : null;
    }

    private String statusLine(String host) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
            String request = "GET /api/open HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
            return answer.lines().findFirst().orElseThrow();
        }
    }
}
