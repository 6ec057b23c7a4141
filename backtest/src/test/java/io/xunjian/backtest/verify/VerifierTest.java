package io.xunjian.backtest.verify;

import static io.xunjian.rules.testing.Histories.paid;
import static io.xunjian.rules.testing.Histories.promiseChanged;
import static io.xunjian.rules.testing.Histories.shipped;
import static io.xunjian.rules.testing.Times.HOUR;
import static io.xunjian.rules.testing.Times.MINUTE;
import static io.xunjian.rules.testing.Times.NEXT_NOON;
import static io.xunjian.rules.testing.Times.NOON;
import static io.xunjian.rules.testing.Times.days;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.xunjian.backtest.Folders;
import io.xunjian.backtest.verify.Verification.Rejection;
import io.xunjian.rules.Finding;
import io.xunjian.rules.History;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Rules;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.files.EventFiles;
import io.xunjian.rules.json.AlertJson;
import io.xunjian.rules.testing.Books;
import io.xunjian.rules.testing.Cases;
import io.xunjian.rules.testing.Histories;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a backtest finds holds; what was changed in one field does not. */
class VerifierTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("io.xunjian.rules.testing.Cases#all")
    void whatWasFoundHoldsInAnyNumberOfShares(Cases.Case given) throws IOException {
        List<String> alerts = alerts(given, Books.BUILT_IN);
        for (int shares : new int[] {1, 3}) {
            Verification verification = verify(given, alerts, Books.BUILT_IN, shares);
            assertThat(verification.rejected()).isEmpty();
            assertThat(verification.alerts()).isEqualTo(alerts.size());
            assertThat(verification.horizon()).isEqualTo(Histories.horizonOf(Folders.read(given.events())));
        }
    }

    @ParameterizedTest
    @MethodSource("io.xunjian.rules.testing.Cases#all")
    void anAlertInWhichOneFieldWasChangedIsRejectedForThatField(Cases.Case given) throws IOException {
        List<Mutation> mutations = new ArrayList<>();
        for (String alert : alerts(given, Books.BUILT_IN)) {
            mutations.addAll(Mutation.of(alert));
        }
        List<Rejection> rejected = verify(
                        given, mutations.stream().map(Mutation::json).toList(), Books.BUILT_IN, 1)
                .rejected();
        assertThat(rejected)
                .extracting(Rejection::line)
                .as("the changed alerts that are rejected")
                .containsExactlyElementsOf(IntStream.rangeClosed(1, mutations.size())
                        .asLongStream()
                        .boxed()
                        .toList());
        for (Rejection rejection : rejected) {
            Mutation mutation = mutations.get((int) rejection.line() - 1);
            if (!mutation.isOfIdThatMayBeAnothers()) {
                assertThat(rejection.fields()).as(mutation.json()).contains(mutation.field());
            }
        }
    }

    @Test
    void anAlertThatItsEvidenceShowsButAnotherEventOfItsKeyRefutesIsRejected() throws IOException {
        Cases.Case given = Cases.named("mixed-1");
        List<Event> events = Folders.read(given.events());
        String forged = alerts(given, Books.BUILT_IN).stream()
                .filter(alert -> alert.contains("\"status\":\"CURED\"") && alert.contains("SHIP_CONFIRMED"))
                .map(alert -> asIfUncured(alert, events))
                .findFirst()
                .orElseThrow();
        Verification verification = verify(given, List.of(forged), Books.BUILT_IN, 1);
        assertThat(verification.rejected())
                .singleElement()
                .satisfies(rejection -> assertThat(rejection.fields()).contains("status", "curedAt", "evidence"));
    }

    @Test
    void anAlertByAnotherRuleBookIsRejectedForWhatTheBookSays() throws IOException {
        Cases.Case given = Cases.named("cs-unreachable-windows");
        RuleBook other = Books.with("CS_UNREACHABLE", "calls: 3");
        List<String> alerts = alerts(given, other);
        assertThat(verify(given, alerts, other, 1).rejected()).isEmpty();
        assertThat(verify(given, alerts, Books.BUILT_IN, 1).rejected())
                .hasSameSizeAs(alerts)
                .allSatisfy(
                        rejection -> assertThat(rejection.fields()).containsExactly("severity", "actions", "clause"));
    }

    @Test
    void whatIsCutOffInTheEvidenceIsTakenFromTheKey() throws IOException {
        List<Event> events =
                new ArrayList<>(List.of(paid("A").promising(NEXT_NOON).at(NOON)));
        for (int i = 1; i <= Finding.EVIDENCE_KEPT; i++) {
            events.add(promiseChanged("A").to(NEXT_NOON + i * HOUR).at(NOON + i * MINUTE));
        }
        events.add(shipped("A").at(NEXT_NOON + days(10)));
        events.add(paid("B").promising(NEXT_NOON).at(NOON));
        Path orders = Folders.write(folder.resolve("events"), events);
        List<String> alerts = alerts(events, Books.BUILT_IN);
        Verification verification = verify(orders, alerts, Books.BUILT_IN, 1);
        assertThat(verification.rejected()).isEmpty();
        assertThat(verification.byKey()).as("those of A").isEqualTo(3);
        assertThat(verification.byEvidence()).as("those of B, and the closure").isEqualTo(4);
    }

    @Test
    void aLineThatIsNoAlertIsRejectedByItsNumber() throws IOException {
        Cases.Case given = Cases.named("late-shipment-boundaries");
        List<String> lines = new ArrayList<>(alerts(given, Books.BUILT_IN).subList(0, 1));
        lines.add("{\"alertId\":");
        lines.add("{\"alertId\":\"NO_SUCH_RULE:o-1:1\"}");
        lines.add("{\"alertId\":\"a\",\"alertId\":\"a\"}");
        assertThat(verify(given, lines, Books.BUILT_IN, 1).rejected())
                .extracting(Rejection::line, Rejection::why)
                .containsExactly(
                        tuple(2L, "is not one JSON object"),
                        tuple(3L, "is of no rule that there is"),
                        tuple(4L, "is not one JSON object"));
    }

    private static String asIfUncured(String alert, List<Event> events) {
        JsonNode json = Claim.json(alert.getBytes(StandardCharsets.UTF_8));
        String alertId = json.get("alertId").asText();
        List<Event> evidence = new ArrayList<>();
        for (JsonNode fact : json.get("evidence")) {
            events.stream()
                    .filter(event -> event.eventId().equals(fact.get("eventId").asText()))
                    .filter(event -> event.eventTime() != json.get("curedAt").asLong())
                    .forEach(evidence::add);
        }
        return History.findings(evidence, Histories.horizonOf(events), Books.BUILT_IN).stream()
                .filter(finding -> finding.alertId().equals(alertId))
                .map(finding -> json(finding, Books.BUILT_IN))
                .findFirst()
                .orElseThrow();
    }

    private Verification verify(Cases.Case given, List<String> alerts, RuleBook book, int shares) throws IOException {
        return verify(given.events(), alerts, book, shares);
    }

    private Verification verify(Path events, List<String> alerts, RuleBook book, int shares) throws IOException {
        Path file = Files.write(folder.resolve("alerts.jsonl"), alerts);
        return Verifier.verify(file, EventFiles.in(events), Instants.NEVER, book, shares);
    }

    private static List<String> alerts(Cases.Case given, RuleBook book) throws IOException {
        return alerts(Folders.read(given.events()), book);
    }

    private static List<String> alerts(List<Event> events, RuleBook book) {
        return History.findings(events, Histories.horizonOf(events), book).stream()
                .map(finding -> json(finding, book))
                .toList();
    }

    private static String json(Finding finding, RuleBook book) {
        return new String(AlertJson.write(Rules.alert(finding, book)), StandardCharsets.UTF_8);
    }
}
