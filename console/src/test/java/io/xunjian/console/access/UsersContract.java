package io.xunjian.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HttpResponseException;
import io.xunjian.console.store.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds in every database. */
abstract class UsersContract {

    private static final int CHEAP = 4;

    private final MovableClock clock = new MovableClock();
    private Database database;
    private GuardedServer server;
    private Visitor admin;

    /** A new and empty one. */
    abstract Database database() throws Exception;

    @BeforeEach
    void open() throws Exception {
        database = database();
        server = GuardedServer.start(database.jdbi(), clock, List.of());
        admin = server.signedIn("admin");
    }

    @AfterEach
    void close() {
        server.close();
        database.close();
    }

    @Test
    void theFirstStartMakesAnAdminAndTellsItsPasswordOnce() throws Exception {
        try (Database empty = database()) {
            AccessSettings settings = AccessSettings.local("127.0.0.1", Optional.empty(), "1.0");
            Access first = Access.cheap(empty.jdbi(), settings, clock, CHEAP);
            String password = first.firstPassword().orElseThrow();

            assertThat(password).hasSize(20).matches("[a-zA-Z2-9]+");
            assertThat(Access.cheap(empty.jdbi(), settings, clock, CHEAP).firstPassword())
                    .isEmpty();
            Account made = first.accounts().find("admin").orElseThrow();
            assertThat(made.role()).isEqualTo(Role.ADMIN);
            assertThat(new Passwords(CHEAP).fits(password, made.passwordHash())).isTrue();
        }
    }

    @Test
    void usersAreListedWithoutTheirPasswords() throws Exception {
        Visitor.Answer answer = admin.get("/api/users");

        assertThat(answer.json().at("/users/0").toString())
                .isEqualTo("{\"name\":\"admin\",\"role\":\"ADMIN\",\"disabled\":false,\"createdAt\":1748750400000,"
                        + "\"lastSignInAt\":1748750400000}");
        assertThat(answer.response().body()).doesNotContain("$2a$", "hash");
    }

    @Test
    void whoIsAddedSignsInAndIsAddedOnce() throws Exception {
        String json = "{\"name\":\"Li.Wei@example.com\",\"role\":\"ANALYST\",\"password\":\"a long enough one\"}";

        assertThat(admin.post("/api/users", json).status()).isEqualTo(201);
        assertThat(admin.post("/api/users", json).status()).isEqualTo(409);
        assertThat(server.stranger()
                        .signIn("li.wei@example.com", "a long enough one")
                        .status())
                .isEqualTo(200);
        assertThat(admin.get("/api/users/names").json().path("names").toString())
                .isEqualTo("[\"admin\",\"analyst\",\"colleague\",\"li.wei@example.com\"]");
    }

    @Test
    void whatCouldBeTakenForAnotherNameIsNone() throws Exception {
        for (String name : List.of("аdmin", "li wei", "-li", "a".repeat(65), "li\\u0000", "<b>")) {
            String json = "{\"name\":\"" + name + "\",\"role\":\"VIEWER\",\"password\":\"a long enough one\"}";
            assertThat(admin.post("/api/users", json).status()).as(name).isEqualTo(400);
        }
    }

    @Test
    void aRoleThatIsTakenEndsTheSessionAtOnce() throws Exception {
        Visitor analyst = server.signedIn("analyst");

        assertThat(change("analyst", "{\"role\":\"VIEWER\"}").status()).isEqualTo(200);

        assertThat(analyst.get("/api/session").status()).isEqualTo(401);
        assertThat(server.signedIn("analyst").get("/api/users/names").error()).isEqualTo("ROLE");
    }

    @Test
    void whoIsDisabledIsOutAndStaysOut() throws Exception {
        Visitor analyst = server.signedIn("analyst");

        change("analyst", "{\"disabled\":true}");

        assertThat(analyst.get("/api/session").status()).isEqualTo(401);
        assertThat(server.stranger().signIn("analyst", GuardedServer.PASSWORD).status())
                .isEqualTo(401);
        change("analyst", "{\"disabled\":false}");
        assertThat(server.stranger().signIn("analyst", GuardedServer.PASSWORD).status())
                .isEqualTo(200);
    }

    @Test
    void aPasswordThatAnAdminSetsEndsTheSessions() throws Exception {
        Visitor analyst = server.signedIn("analyst");

        assertThat(change("analyst", "{\"password\":\"short\"}").status()).isEqualTo(400);
        assertThat(analyst.get("/api/session").status()).isEqualTo(200);
        assertThat(change("analyst", "{\"password\":\"a long enough one\"}").status())
                .isEqualTo(200);

        assertThat(analyst.get("/api/session").status()).isEqualTo(401);
        assertThat(server.stranger().signIn("analyst", "a long enough one").status())
                .isEqualTo(200);
    }

    @Test
    void theLastAdminStays() throws Exception {
        assertThat(change("admin", "{\"role\":\"ANALYST\"}").status()).isEqualTo(409);
        assertThat(change("admin", "{\"disabled\":true}").status()).isEqualTo(409);
        assertThat(change("nobody", "{\"disabled\":true}").status()).isEqualTo(404);

        assertThat(change("colleague", "{\"role\":\"ADMIN\"}").status()).isEqualTo(200);
        assertThat(change("admin", "{\"role\":\"ANALYST\"}").status()).isEqualTo(200);
    }

    @Test
    void adminsWhoTakeEachOthersRoleAtOnceLeaveOne() throws Exception {
        Accounts accounts = server.access().accounts();
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 20; round++) {
                accounts.change("analyst", Optional.of(Role.ADMIN), Optional.empty(), Optional.empty());
                accounts.change("admin", Optional.of(Role.ADMIN), Optional.empty(), Optional.empty());
                List<Callable<Boolean>> both = List.of(() -> isDemoted("admin"), () -> isDemoted("analyst"));
                List<Boolean> demoted = new ArrayList<>();
                for (Future<Boolean> one : pool.invokeAll(both)) {
                    demoted.add(one.get());
                }
                assertThat(demoted).containsExactlyInAnyOrder(true, false);
                assertThat(accounts.hasAdmin()).isTrue();
            }
        } finally {
            pool.shutdown();
        }
    }

    private boolean isDemoted(String name) {
        try {
            server.access().accounts().change(name, Optional.of(Role.VIEWER), Optional.empty(), Optional.empty());
            return true;
        } catch (HttpResponseException e) {
            return false;
        }
    }

    private Visitor.Answer change(String name, String json) throws Exception {
        return admin.send("PATCH", "/api/users/" + name, json);
    }
}
