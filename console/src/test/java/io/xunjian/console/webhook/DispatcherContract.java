package io.xunjian.console.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.xunjian.console.access.MovableClock;
import io.xunjian.console.store.Database;
import io.xunjian.console.testing.SampleAlert;
import io.xunjian.console.web.Json;
import io.xunjian.rules.alert.Sentence;
import io.xunjian.rules.book.Severity;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds in every database. */
abstract class DispatcherContract {

    private final MovableClock clock = new MovableClock();
    private Database database;
    private Arrivals arrivals;
    private BotServer bot;
    private Dispatcher dispatcher;

    /** A new and empty one. */
    abstract Database database() throws Exception;

    @BeforeEach
    void open() throws Exception {
        database = database();
        arrivals = new Arrivals(database);
        bot = new BotServer();
        dispatcher = dispatcher();
    }

    @AfterEach
    void close() {
        bot.close();
        database.close();
    }

    @Test
    void whatArrivedBeforeTheWebhookIsNotTold() throws Exception {
        arrivals.send(SampleAlert.open("before"));
        subscribe(List.of(), Severity.MINOR);
        dispatcher.dispatch();
        arrivals.send(SampleAlert.open("after"));
        dispatcher.dispatch();

        assertThat(told()).containsExactly(List.of("after OPEN"));
    }

    @Test
    void severalAlertsAreOneMessageAndEachIsToldOnce() throws Exception {
        subscribe(List.of(), Severity.MINOR);
        arrivals.send(SampleAlert.open("A"), SampleAlert.open("B"));
        arrivals.send(SampleAlert.open("C"));
        dispatcher.dispatch();
        dispatcher.dispatch();
        arrivals.send(SampleAlert.open("A"));
        dispatcher.dispatch();

        assertThat(told()).containsExactly(List.of("A OPEN", "B OPEN", "C OPEN"));
    }

    @Test
    void aStatusThatChangesIsToldAndWhatElseChangesIsNot() throws Exception {
        subscribe(List.of(), Severity.MINOR);
        arrivals.send(SampleAlert.open("A"), SampleAlert.open("B"));
        dispatcher.dispatch();
        arrivals.send(SampleAlert.open("A").severity("SERIOUS"));
        arrivals.send(SampleAlert.open("B").cured(SampleAlert.NOON + 1));
        dispatcher.dispatch();
        arrivals.send(SampleAlert.open("B").revoked());
        dispatcher.dispatch();

        assertThat(told()).containsExactly(List.of("A OPEN", "B OPEN"), List.of("B CURED"), List.of("B REVOKED"));
    }

    @Test
    void whatWasRaisedAndRevokedInBetweenIsNotTold() throws Exception {
        subscribe(List.of(), Severity.MINOR);
        arrivals.send(SampleAlert.open("A"));
        arrivals.send(SampleAlert.open("A").revoked());
        dispatcher.dispatch();

        assertThat(bot.told).isEmpty();
    }

    @Test
    void aWebhookIsToldOfItsRulesAndSeveritiesOnly() throws Exception {
        subscribe(List.of("LATE_SHIPMENT", "OTHER"), Severity.SERIOUS);
        arrivals.send(
                SampleAlert.open("A").severity("SERIOUS"),
                SampleAlert.open("B").severity("GENERAL"),
                SampleAlert.open("C").severity("EXTREME").rule("OTHER"),
                SampleAlert.open("D").severity("EXTREME").rule("THIRD"));
        dispatcher.dispatch();

        assertThat(told()).containsExactly(List.of("A OPEN", "C OPEN"));
    }

    @Test
    void aMutedAlertIsNotToldNotEvenWhenTheMuteIsOver() throws Exception {
        subscribe(List.of(), Severity.MINOR);
        arrivals.send(SampleAlert.open("A"), SampleAlert.open("B"));
        arrivals.mute("A", clock.millis() + 1);
        dispatcher.dispatch();
        clock.pass(Duration.ofDays(1));
        arrivals.send(SampleAlert.open("C"));
        dispatcher.dispatch();

        assertThat(told()).containsExactly(List.of("B OPEN"), List.of("C OPEN"));
    }

    @Test
    void aStormIsSummedUpInOneMessageWithExactCounts() throws Exception {
        subscribe(List.of(), Severity.MINOR);
        List<SampleAlert> storm = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            storm.add(SampleAlert.open("A" + i).severity(i < 1000 ? "SERIOUS" : "MINOR"));
        }
        arrivals.send(storm.toArray(SampleAlert[]::new));
        arrivals.send(SampleAlert.open("Z").rule("OTHER"));
        dispatcher.dispatch();
        dispatcher.dispatch();

        assertThat(bot.told).hasSize(1);
        JsonNode body = Json.MAPPER.readTree(bot.told.get(0).body());
        assertThat(body.path("kind").asText()).isEqualTo("STORM");
        assertThat(body.path("total").asInt()).isEqualTo(3001);
        assertThat(body.path("byRule").toString())
                .isEqualTo("[{\"ruleCode\":\"LATE_SHIPMENT\",\"severity\":\"MINOR\",\"count\":2000},"
                        + "{\"ruleCode\":\"LATE_SHIPMENT\",\"severity\":\"SERIOUS\",\"count\":1000},"
                        + "{\"ruleCode\":\"OTHER\",\"severity\":\"GENERAL\",\"count\":1}]");
        assertThat(body.path("alerts")).hasSize(NewsQuery.LISTED_IN_A_STORM);
    }

    @Test
    void whatTheBotDoesNotTakeIsToldAgainTogetherWithWhatCameSince() throws Exception {
        subscribe(List.of(), Severity.MINOR);
        arrivals.send(SampleAlert.open("A"));
        bot.answerNext(500, "");
        dispatcher.dispatch();
        arrivals.send(SampleAlert.open("B"));
        clock.pass(Dispatcher.FIRST_WAIT.minusMillis(1));
        dispatcher.dispatch();
        assertThat(bot.told).hasSize(1);
        assertThat(shown("failures")).isEqualTo(1);
        assertThat(shown("lastError")).isEqualTo("Answered with status 500.");

        clock.pass(Duration.ofMillis(1));
        dispatcher.dispatch();

        assertThat(told()).containsExactly(List.of("A OPEN"), List.of("A OPEN", "B OPEN"));
        assertThat(shown("failures")).isEqualTo(0);
        assertThat(shown("lastError")).isNull();
        assertThat(shown("sentAlerts")).isEqualTo(2L);
        assertThat(shown("lastSentAt")).isEqualTo(clock.millis());
    }

    @Test
    void whatComesWhileItIsOffIsNotToldLaterEither() throws Exception {
        String id = subscribe(List.of(), Severity.MINOR);
        WebhookRows rows = new WebhookRows(database.jdbi(), clock);
        assertThat(rows.enable(id, false)).isTrue();
        arrivals.send(SampleAlert.open("A"));
        dispatcher.dispatch();
        assertThat(bot.told).isEmpty();

        rows.enable(id, true);
        arrivals.send(SampleAlert.open("B"));
        rows.enable(id, true);
        dispatcher.dispatch();

        assertThat(told()).containsExactly(List.of("B OPEN"));
    }

    @Test
    void aRestartLosesNone() throws Exception {
        subscribe(List.of(), Severity.MINOR);
        arrivals.send(SampleAlert.open("A"));
        dispatcher.dispatch();
        arrivals.send(SampleAlert.open("B"));

        dispatcher().dispatch();

        assertThat(told()).containsExactly(List.of("A OPEN"), List.of("B OPEN"));
    }

    @Test
    void whatNobodyTakesIsGivenUpAndCounted() throws Exception {
        subscribe(List.of(), Severity.MINOR);
        arrivals.send(SampleAlert.open("A"), SampleAlert.open("B"));
        for (int i = 0; i < Dispatcher.TRIES; i++) {
            bot.answerNext(404, "");
            dispatcher.dispatch();
            clock.pass(Dispatcher.LONGEST_WAIT);
        }
        dispatcher.dispatch();
        assertThat(bot.told).hasSize(Dispatcher.TRIES);
        assertThat(shown("deadAlerts")).isEqualTo(2L);

        arrivals.send(SampleAlert.open("C"));
        dispatcher.dispatch();
        assertThat(told().get(Dispatcher.TRIES)).containsExactly("C OPEN");
    }

    @Test
    void moreThanTwentyMessagesAMinuteWait() throws Exception {
        subscribe(List.of(), Severity.MINOR);
        for (int i = 0; i < 23; i++) {
            arrivals.send(SampleAlert.open("A" + i));
            dispatcher.dispatch();
        }
        assertThat(bot.told).hasSize(20);
        clock.pass(Duration.ofMinutes(1).minusMillis(1));
        dispatcher.dispatch();
        assertThat(bot.told).hasSize(20);
        clock.pass(Duration.ofMillis(1));
        dispatcher.dispatch();

        assertThat(told().get(20)).containsExactly("A20 OPEN", "A21 OPEN", "A22 OPEN");
    }

    @Test
    void whatAnotherConsoleHasInHandIsLeftToItUntilItMustHaveDied() throws Exception {
        String id = subscribe(List.of(), Severity.MINOR);
        arrivals.send(SampleAlert.open("A"));
        WebhookRows other = new WebhookRows(database.jdbi(), clock);
        assertThat(other.claim(id, clock.millis() + Dispatcher.CLAIM.toMillis()))
                .isPresent();

        dispatcher.dispatch();
        assertThat(bot.told).isEmpty();
        clock.pass(Dispatcher.CLAIM);
        dispatcher.dispatch();
        assertThat(bot.told).hasSize(1);
    }

    private Dispatcher dispatcher() {
        WebhookRows rows = new WebhookRows(database.jdbi(), clock);
        AllowedHosts allowed = AllowedHosts.of(List.of("private:" + bot.host()));
        SSLSocketFactory tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
        Post post = new Post(allowed, InetAddress::getAllByName, tls, Duration.ofSeconds(10));
        Messages messages = new Messages(Optional.empty(), code -> new Sentence(code, code), clock);
        return new Dispatcher(
                rows,
                new NewsQuery(database.jdbi(), clock),
                messages,
                new Delivery(post),
                new SendingRate(WebhookSettings.USUAL_A_MINUTE, clock),
                clock);
    }

    private String subscribe(List<String> rules, Severity least) {
        new WebhookRows(database.jdbi(), clock)
                .add(new Webhook(
                        "w", "ours", WebhookKind.JSON, bot.url("/hook"), Optional.empty(), Language.EN, rules, least));
        return "w";
    }

    private Object shown(String field) {
        Map<String, Object> webhook =
                new WebhookRows(database.jdbi(), clock).shown().get(0);
        return webhook.get(field);
    }

    private List<List<String>> told() throws IOException {
        List<List<String>> told = new ArrayList<>();
        for (BotServer.Told message : bot.told) {
            List<String> alerts = new ArrayList<>();
            for (JsonNode alert : Json.MAPPER.readTree(message.body()).path("alerts")) {
                alerts.add(alert.path("alertId").asText() + " "
                        + alert.path("status").asText());
            }
            told.add(alerts);
        }
        return told;
    }
}
