package io.xunjian.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;
import io.xunjian.console.store.Database;
import io.xunjian.console.store.DatabaseSettings;
import io.xunjian.console.web.Route;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ProxySignInTest {

    private final Database database =
            Database.open(new DatabaseSettings("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "", 8));
    private GuardedServer server = start("127.0.0.0/8");

    @AfterEach
    void close() {
        server.close();
        database.close();
    }

    @Test
    void whoTheProxyNamesIsSignedIn() throws Exception {
        Visitor.Answer answer = user("Li.Wei@example.com", "analyst").get("/api/session");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/user/name").asText()).isEqualTo("li.wei@example.com");
        assertThat(answer.json().at("/user/role").asText()).isEqualTo("ANALYST");
        assertThat(answer.cookie()).isEmpty();
    }

    @Test
    void theHighestOfTheGroupsIsTheRole() throws Exception {
        assertThat(role("staff, xunjian-viewer,XUNJIAN-Admin")).isEqualTo("ADMIN");
        assertThat(role("xunjian-viewer,analyst")).isEqualTo("ANALYST");
        assertThat(user("li", "staff,administrator").get("/api/session").error())
                .isEqualTo("NO_ROLE");
        assertThat(user("li", null).get("/api/session").error()).isEqualTo("NO_ROLE");
    }

    @Test
    void whoIsNotTheProxyIsNotBelieved() throws Exception {
        server.close();
        server = start("10.0.0.0/8");

        assertThat(user("li", "admin").get("/api/session").error()).isEqualTo("NOT_THE_PROXY");
        assertThat(user("li", "admin")
                        .with("X-Forwarded-For", "10.0.0.1")
                        .get("/api/users")
                        .error())
                .isEqualTo("NOT_THE_PROXY");
    }

    @Test
    void withoutAUserNobodyIsSignedIn() throws Exception {
        assertThat(server.stranger().get("/api/session").status()).isEqualTo(401);
        assertThat(user("l i", "admin").get("/api/session").error()).isEqualTo("NO_ROLE");
    }

    @Test
    void aChangeNeedsTheTokenHereToo() throws Exception {
        Visitor visitor = user("li", "analyst");

        assertThat(visitor.post("/api/changes", "{}").error()).isEqualTo("CSRF");
        String others =
                user("wang", "analyst").get("/api/session").json().path("csrf").asText();
        assertThat(visitor.with("X-CSRF-Token", others)
                        .post("/api/changes", "{}")
                        .error())
                .isEqualTo("CSRF");
        visitor.take(visitor.get("/api/session"));
        assertThat(visitor.post("/api/changes", "{}").status()).isEqualTo(200);
    }

    @Test
    void usersAreKeptByTheProxyAlone() throws Exception {
        Visitor admin = user("li", "admin");
        admin.take(admin.get("/api/session"));

        assertThat(admin.post("/api/session", "{\"name\":\"admin\",\"password\":\"x\"}")
                        .status())
                .isEqualTo(409);
        assertThat(admin.post("/api/users", "{}").status()).isEqualTo(409);
        assertThat(admin.send("PATCH", "/api/users/li", "{}").status()).isEqualTo(409);
    }

    @Test
    void whoWasSeenCanBeAssignedWithTheRoleOfThisMoment() throws Exception {
        user("li", "analyst").get("/api/session");
        user("wang", "viewer").get("/api/session");
        assertThat(server.access().accounts().decides("li")).isTrue();
        assertThat(server.access().accounts().decides("wang")).isFalse();

        user("wang", "analyst").get("/api/session");
        assertThat(server.access().accounts().decides("wang")).isTrue();
    }

    @Test
    void whoIsDisabledHereStaysOut() throws Exception {
        user("li", "analyst").get("/api/session");
        server.access().accounts().change("li", Optional.empty(), Optional.of(true), Optional.empty());

        assertThat(user("li", "admin").get("/api/session").error()).isEqualTo("NO_ROLE");
    }

    @Test
    void aNewUserMayComeWithManyRequestsAtOnce() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> requests = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String name = "new" + i / 8;
                requests.add(() -> user(name, "viewer").get("/api/session").status());
            }
            for (Future<Integer> status : pool.invokeAll(requests)) {
                assertThat(status.get()).isEqualTo(200);
            }
        } finally {
            pool.shutdown();
        }
    }

    private String role(String groups) throws Exception {
        return user("li", groups).get("/api/session").json().at("/user/role").asText();
    }

    private Visitor user(String name, String groups) {
        return server.stranger().with("X-Forwarded-User", name).with("X-Forwarded-Groups", groups);
    }

    private GuardedServer start(String from) {
        AccessSettings settings = AccessSettings.proxy(
                "127.0.0.1",
                Optional.of(URI.create("https://desk.example")),
                "X-Forwarded-User",
                "X-Forwarded-Groups",
                List.of(from),
                "1.0");
        Route change = Route.of(HandlerType.POST, "/api/changes", Role.ANALYST, ctx -> ctx.result("done"));
        return GuardedServer.start(database.jdbi(), new MovableClock(), settings, List.of(change));
    }
}
