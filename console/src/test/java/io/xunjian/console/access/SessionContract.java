package io.xunjian.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.console.store.Database;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds in every database. */
abstract class SessionContract {

    private final MovableClock clock = new MovableClock();
    private Database database;
    private GuardedServer server;

    /** A new and empty one. */
    abstract Database database() throws Exception;

    @BeforeEach
    void open() throws Exception {
        database = database();
        server = GuardedServer.start(database.jdbi(), clock, List.of());
    }

    @AfterEach
    void close() {
        server.close();
        database.close();
    }

    @Test
    void whoSignsInIsToldWhoTheyAre() throws Exception {
        Visitor visitor = server.stranger();

        Visitor.Answer answer = visitor.signIn("Analyst", GuardedServer.PASSWORD);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/user/name").asText()).isEqualTo("analyst");
        assertThat(answer.json().at("/user/role").asText()).isEqualTo("ANALYST");
        assertThat(answer.json().path("version").asText()).isEqualTo("1.0");
        assertThat(visitor.get("/api/session").json()).isEqualTo(answer.json());
    }

    @Test
    void noScriptSeesTheCookieAndNoOtherSiteSendsIt() throws Exception {
        String cookie = server.stranger()
                .signIn("viewer", GuardedServer.PASSWORD)
                .response()
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();

        assertThat(cookie)
                .contains("HttpOnly", "SameSite=Strict", "Path=/")
                .doesNotContain("Secure", "Domain", "Max-Age");
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreToldAlike() throws Exception {
        Visitor.Answer wrong = server.stranger().signIn("viewer", "not the password");
        Visitor.Answer unknown = server.stranger().signIn("nobody", "not the password");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.response().body()).isEqualTo(wrong.response().body());
        assertThat(wrong.cookie()).isEmpty();
    }

    @Test
    void aCookieWithOneOtherLetterIsNone() throws Exception {
        Visitor visitor = server.signedIn("admin");
        String cookie = visitor.header("Cookie");
        for (int at = "xunjian_session=".length(); at < cookie.length(); at++) {
            char other = cookie.charAt(at) == '0' ? '1' : '0';
            visitor.with("Cookie", cookie.substring(0, at) + other + cookie.substring(at + 1));
            assertThat(visitor.get("/api/session").status()).isEqualTo(401);
        }
        assertThat(visitor.with("Cookie", cookie).get("/api/session").status()).isEqualTo(200);
    }

    @Test
    void theTokenItselfIsNotInTheDatabase() throws Exception {
        String token = server.signedIn("admin").header("Cookie").split("=", 2)[1];

        List<String> kept = database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT token_hash FROM signed_in")
                        .mapTo(String.class)
                        .list());

        assertThat(kept).hasSize(1).doesNotContain(token).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    }

    @Test
    void aTokenThatWasPlantedBeforeSigningInIsWorthNothingAfter() throws Exception {
        Visitor attacker = server.signedIn("viewer");
        String planted = attacker.header("Cookie");
        Visitor victim = server.stranger().with("Cookie", planted);

        victim.signIn("admin", GuardedServer.PASSWORD);

        assertThat(victim.header("Cookie")).isNotEqualTo(planted);
        assertThat(attacker.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void whoSignsOutIsOutEvenWithTheOldCookie() throws Exception {
        Visitor visitor = server.signedIn("viewer");

        assertThat(visitor.send("DELETE", "/api/session", null).status()).isEqualTo(204);

        assertThat(visitor.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void aSessionLastsWhileItIsUsedButNotForEver() throws Exception {
        Visitor visitor = server.signedIn("viewer");
        for (int hour = 1; hour <= 11; hour++) {
            clock.pass(Duration.ofHours(1));
            assertThat(visitor.get("/api/session").status()).isEqualTo(200);
        }
        clock.pass(Duration.ofMinutes(59));
        assertThat(visitor.get("/api/session").status()).isEqualTo(200);
        clock.pass(Duration.ofMinutes(1));
        assertThat(visitor.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void aSessionThatIsNotUsedForTwoHoursIsOver() throws Exception {
        Visitor used = server.signedIn("viewer");
        Visitor idle = server.signedIn("viewer");
        clock.pass(Duration.ofHours(2).minusMillis(1));
        assertThat(used.get("/api/session").status()).isEqualTo(200);
        clock.pass(Duration.ofMillis(1));

        assertThat(idle.get("/api/session").status()).isEqualTo(401);
        assertThat(used.get("/api/session").status()).isEqualTo(200);
    }

    @Test
    void aNewPasswordEndsEverySessionButTheOneThatSetIt() throws Exception {
        Visitor elsewhere = server.signedIn("analyst");
        Visitor visitor = server.signedIn("analyst");
        String before = visitor.header("Cookie");

        Visitor.Answer answer = changePassword(visitor, GuardedServer.PASSWORD, "another long password");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(elsewhere.get("/api/session").status()).isEqualTo(401);
        assertThat(visitor.get("/api/session").status()).isEqualTo(401);
        visitor.take(answer);
        assertThat(visitor.header("Cookie")).isNotEqualTo(before);
        assertThat(visitor.get("/api/session").status()).isEqualTo(200);
        assertThat(server.stranger().signIn("analyst", GuardedServer.PASSWORD).status())
                .isEqualTo(401);
        assertThat(server.stranger().signIn("analyst", "another long password").status())
                .isEqualTo(200);
    }

    @Test
    void aNewPasswordNeedsTheOldOneAndMustBeHardToGuess() throws Exception {
        Visitor visitor = server.signedIn("analyst");

        assertThat(changePassword(visitor, "not the password", "another long password")
                        .error())
                .isEqualTo("PASSWORD");
        assertThat(changePassword(visitor, GuardedServer.PASSWORD, "eleven char")
                        .status())
                .isEqualTo(400);
        assertThat(changePassword(visitor, GuardedServer.PASSWORD, "aaaaaaaaaaaaaaaa")
                        .status())
                .isEqualTo(400);
        assertThat(changePassword(visitor, GuardedServer.PASSWORD, "i am the analyst")
                        .status())
                .isEqualTo(400);
        assertThat(changePassword(visitor, GuardedServer.PASSWORD, "x1y2z3".repeat(40))
                        .status())
                .isEqualTo(400);
        assertThat(visitor.get("/api/session").status()).isEqualTo(200);
    }

    private static Visitor.Answer changePassword(Visitor visitor, String current, String next)
            throws IOException, InterruptedException {
        return visitor.post("/api/session/password", "{\"current\":\"" + current + "\",\"next\":\"" + next + "\"}");
    }
}
