package io.xunjian.console;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;
import io.xunjian.console.access.Role;
import io.xunjian.console.access.Visitor;
import io.xunjian.console.web.Route;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may do what, route by route, at the console as it is wired. */
class RouteTableTest {

    private static final String ANYBODY = "anybody";

    /** A route that is new fails until somebody has said here for whom it is. */
    private static final Map<String, String> TABLE = Map.ofEntries(
            Map.entry("GET /api/health", ANYBODY),
            Map.entry("POST /api/session", ANYBODY),
            Map.entry("GET /api/session", "VIEWER"),
            Map.entry("DELETE /api/session", "VIEWER"),
            Map.entry("POST /api/session/password", "VIEWER"),
            Map.entry("GET /api/alerts", "VIEWER"),
            Map.entry("GET /api/alerts.csv", "VIEWER"),
            Map.entry("GET /api/alerts/<id>", "VIEWER"),
            Map.entry("GET /api/facets", "VIEWER"),
            Map.entry("GET /api/groups", "VIEWER"),
            Map.entry("GET /api/subjects/{type}/<id>", "VIEWER"),
            Map.entry("GET /api/overview", "VIEWER"),
            Map.entry("GET /api/rules", "VIEWER"),
            Map.entry("GET /api/rules/{code}", "VIEWER"),
            Map.entry("GET /api/mutes", "VIEWER"),
            Map.entry("GET /api/decisions", "VIEWER"),
            Map.entry("GET /api/stream", "VIEWER"),
            Map.entry("GET /api/openapi.yaml", "VIEWER"),
            Map.entry("POST /api/decisions", "ANALYST"),
            Map.entry("GET /api/users/names", "ANALYST"),
            Map.entry("GET /api/users", "ADMIN"),
            Map.entry("POST /api/users", "ADMIN"),
            Map.entry("PATCH /api/users/{name}", "ADMIN"),
            Map.entry("GET /api/webhooks", "ADMIN"),
            Map.entry("POST /api/webhooks", "ADMIN"),
            Map.entry("PATCH /api/webhooks/{id}", "ADMIN"),
            Map.entry("DELETE /api/webhooks/{id}", "ADMIN"),
            Map.entry("POST /api/webhooks/{id}/test", "ADMIN"));

    private static final String PASSWORD = "a long way to the sea";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static Console console;
    private static String firstPassword;

    @BeforeAll
    static void start() throws Exception {
        console = Console.start(ConsoleSettings.from(
                new String[] {"--bootstrap", "127.0.0.1:9", "--db", "jdbc:h2:mem:routes", "--port", "0"}));
        firstPassword = console.firstPassword().orElseThrow();
        for (String role : List.of("VIEWER", "ANALYST")) {
            signedIn(Role.ADMIN)
                    .post(
                            "/api/users",
                            "{\"name\":\"%s\",\"role\":\"%s\",\"password\":\"%s\"}"
                                    .formatted(name(Role.valueOf(role)), role, PASSWORD));
        }
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    @Test
    void everyRouteIsForWhomTheTableSays() throws Exception {
        Map<Role, Visitor> visitors = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            visitors.put(role, signedIn(role));
        }
        Map<String, String> seen = new TreeMap<>();
        for (Route route : routes()) {
            String least = status(stranger(), route) == 401 && !isSignIn(route) ? null : ANYBODY;
            for (Role role : Role.values()) {
                int status = status(visitors.get(role), route);
                assertThat(status).as(role + " at " + route).isNotEqualTo(401).isNotEqualTo(500);
                if (least == null && status != 403) {
                    least = role.name();
                }
            }
            seen.put(route.method() + " " + route.path(), least);
        }
        assertThat(seen).isEqualTo(new TreeMap<>(TABLE));
    }

    @Test
    void everyChangeNeedsTheTokenOfItsSession() throws Exception {
        Visitor admin = signedIn(Role.ADMIN);
        String own = admin.header("X-CSRF-Token");
        String others = signedIn(Role.ADMIN).header("X-CSRF-Token");
        for (Route route : routes()) {
            if (!route.method().equals(HandlerType.GET) && !isSignIn(route)) {
                for (String token : new String[] {null, others}) {
                    assertThat(status(admin.with("X-CSRF-Token", token), route))
                            .as(route + " with " + token)
                            .isEqualTo(403);
                }
            }
        }
        assertThat(admin.with("X-CSRF-Token", own).post("/api/decisions", "{}").status())
                .isEqualTo(400);
    }

    @Test
    void noOtherSiteChangesAnything() throws Exception {
        Visitor admin = signedIn(Role.ADMIN).with("Origin", "https://evil.example");
        for (Route route : routes()) {
            if (!route.method().equals(HandlerType.GET)) {
                assertThat(status(admin, route)).as(route.toString()).isEqualTo(403);
            }
        }
    }

    @Test
    void whoComesByAnotherNameGetsNothing() throws IOException {
        for (Route route : routes()) {
            assertThat(statusLine(route, "evil.example:" + console.address().getPort()))
                    .as(route.toString())
                    .contains(" 403 ");
        }
    }

    @Test
    void aTokenThatWasPlantedIsNoSessionAfterTheSignIn() throws Exception {
        Visitor planter = signedIn(Role.VIEWER);
        String planted = planter.header("Cookie");
        Visitor victim = stranger().with("Cookie", planted);
        victim.signIn("admin", firstPassword);
        assertThat(victim.header("Cookie")).isNotEqualTo(planted);
        assertThat(victim.get("/api/session").json().at("/user/name").asText()).isEqualTo("admin");
        assertThat(planter.get("/api/session").status()).isEqualTo(401);

        Visitor made = stranger().with("Cookie", "xunjian_session=made-up");
        made.signIn("admin", firstPassword);
        assertThat(stranger()
                        .with("Cookie", "xunjian_session=made-up")
                        .get("/api/session")
                        .status())
                .isEqualTo(401);
    }

    /** The one that ends the session is the last. */
    private static List<Route> routes() {
        return console.routes().stream()
                .sorted(Comparator.comparing(route -> route.method().equals(HandlerType.DELETE)
                        && route.path().equals("/api/session")))
                .toList();
    }

    private static boolean isSignIn(Route route) {
        return route.method().equals(HandlerType.POST) && route.path().equals("/api/session");
    }

    private static int status(Visitor visitor, Route route) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + console.address().getPort() + path(route)))
                .method(route.method().name(), BodyPublishers.ofString("{}"))
                .header("Content-Type", "application/json");
        for (String name : List.of("Cookie", "X-CSRF-Token", "Origin")) {
            Optional.ofNullable(visitor.header(name)).ifPresent(value -> request.header(name, value));
        }
        HttpResponse<InputStream> answer = HTTP.send(request.build(), BodyHandlers.ofInputStream());
        answer.body().close();
        return answer.statusCode();
    }

    private static String statusLine(Route route, String host) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), console.address().getPort())) {
            String request = route.method() + " " + path(route) + " HTTP/1.1\r\nHost: " + host
                    + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1)
                    .lines()
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String path(Route route) {
        return route.path().replace("{type}", "SHOP").replaceAll("[{<][a-z]+[}>]", "x");
    }

    private static Visitor stranger() {
        return new Visitor(console.address());
    }

    private static Visitor signedIn(Role role) throws IOException, InterruptedException {
        Visitor visitor = stranger();
        assertThat(visitor.signIn(name(role), role == Role.ADMIN ? firstPassword : PASSWORD)
                        .status())
                .isEqualTo(200);
        return visitor;
    }

    private static String name(Role role) {
        return switch (role) {
            case VIEWER -> "zhou";
            case ANALYST -> "wu";
            case ADMIN -> "admin";
        };
    }
}
