package io.xunjian.console.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.console.access.GuardedServer;
import io.xunjian.console.access.MovableClock;
import io.xunjian.console.access.Visitor;
import io.xunjian.console.store.Database;
import io.xunjian.console.store.DatabaseSettings;
import io.xunjian.console.web.Route;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may ask the desk what; what it answers is in {@link DeskIT}. */
final class DeskRoutesTest {

    private final Database database =
            Database.open(new DatabaseSettings("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "", 4));
    private final MovableClock clock = new MovableClock();
    private final DecisionLog log = new DecisionLog(nowhere(), "decisions");
    private final List<Route> routes =
            Desks.routes(database.jdbi(), log, new Progress(), (ctx, q, limit) -> List.of(), name -> true, clock);
    private final GuardedServer server = GuardedServer.start(database.jdbi(), clock, routes);

    @AfterEach
    void close() {
        server.close();
        log.close();
        database.close();
    }

    @Test
    void everyRouteSaysItsRole() {
        assertThat(routes.stream()
                        .map(route -> route.method() + " " + route.path() + " "
                                + route.needed().orElseThrow()))
                .containsExactly("POST /api/decisions ANALYST", "GET /api/decisions VIEWER", "GET /api/mutes VIEWER");
    }

    @Test
    void viewersSeeWhatWasDecidedAndDecideNothing() throws Exception {
        Visitor viewer = server.signedIn("viewer");

        assertThat(viewer.get("/api/decisions").json().toString()).isEqualTo("{\"decisions\":[],\"next\":null}");
        assertThat(viewer.get("/api/mutes").json().toString()).isEqualTo("{\"mutes\":[]}");
        assertThat(viewer.post("/api/decisions", "{}").error()).isEqualTo("ROLE");
        for (String path : List.of("/api/decisions", "/api/mutes")) {
            assertThat(server.stranger().get(path).status()).isEqualTo(401);
        }
        assertThat(server.stranger().post("/api/decisions", "{}").status()).isEqualTo(401);
        assertThat(server.signedIn("analyst")
                        .with("X-CSRF-Token", null)
                        .post("/api/decisions", "{}")
                        .error())
                .isEqualTo("CSRF");
    }

    @Test
    void whatIsNoPlaceInTheAuditIsRefused() throws Exception {
        Visitor viewer = server.signedIn("viewer");
        for (String query :
                List.of("limit=0", "limit=201", "limit=x", "limit=-1", "after=x", "after=1.2", "after=1.2.3%27")) {
            assertThat(viewer.get("/api/decisions?" + query).status()).as(query).isEqualTo(400);
        }
        assertThat(viewer.get("/api/decisions?after=1.0.0&limit=200").status()).isEqualTo(200);
    }

    private static Properties nowhere() {
        Properties client = new Properties();
        client.setProperty("bootstrap.servers", "127.0.0.1:1");
        return client;
    }
}
