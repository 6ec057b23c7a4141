package io.xunjian.rules.json;

import static io.xunjian.rules.testing.Times.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.xunjian.rules.Finding;
import io.xunjian.rules.Rules;
import io.xunjian.rules.Status;
import io.xunjian.rules.alert.Alert;
import io.xunjian.rules.alert.Sentence;
import io.xunjian.rules.book.Action;
import io.xunjian.rules.book.ActionType;
import io.xunjian.rules.book.Clause;
import io.xunjian.rules.book.Mode;
import io.xunjian.rules.book.Severity;
import io.xunjian.rules.testing.Books;
import io.xunjian.rules.testing.Findings;
import io.xunjian.rules.testing.NetAlert;
import io.xunjian.rules.testing.RoundTrip;
import io.xunjian.rules.testing.Times;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertJsonTest {

    private static final Alert FULL = new Alert(
            Findings.full(),
            Severity.SERIOUS,
            List.of(
                    new Action(ActionType.DEPOSIT_DEDUCTION, Mode.ENFORCE, 1000, 0),
                    new Action(ActionType.VIOLATION_POINTS_A, Mode.RECOMMEND, 0, 4)),
            new Sentence("Late \"by\" a day\n", "超时"),
            new Clause("条款 1", "应当", "Shall"));

    @Test
    void anAlertIsWrittenAsTheContractHasIt() {
        assertThat(new String(AlertJson.write(FULL), StandardCharsets.UTF_8)).isEqualTo("""
                        {"alertId":"LATE_SHIPMENT:A:3","ruleCode":"LATE_SHIPMENT","ruleVersion":1,\
                        "subjectType":"SHOP","subjectId":"shop","keys":{"orderId":"A"},"level":3,\
                        "severity":"SERIOUS","status":"CURED","raisedAt":1659326400000,"curedAt":1659412800000,\
                        "actions":[{"type":"DEPOSIT_DEDUCTION","mode":"ENFORCE","amountFen":1000},\
                        {"type":"VIOLATION_POINTS_A","mode":"RECOMMEND","points":4}],\
                        "reason":{"en":"Late \\"by\\" a day\\n","zh":"超时"},\
                        "clause":{"ref":"条款 1","zh":"应当","en":"Shall"},\
                        "window":{"from":0,"to":1659326400000},\
                        "evidence":[{"eventId":"e-A","eventType":"ORDER_PAID","eventTime":1659326400000}],\
                        "evidenceCount":1}""");
    }

    @Test
    void anOpenAndARevokedAlertHaveNoCureAndNoWindow() throws IOException {
        Finding open = Findings.open("A", "shop", NOON);
        for (Finding finding : List.of(open, open.as(Status.REVOKED, 2))) {
            JsonNode json = new ObjectMapper().readTree(AlertJson.write(Rules.alert(finding, Books.BUILT_IN)));
            assertThat(json.has("curedAt")).isFalse();
            assertThat(json.has("window")).isFalse();
            assertThat(json.path("status").asText()).isEqualTo(finding.status().name());
        }
    }

    @Test
    void whatIsWrittenIsReadAsANetAlert() throws IOException {
        for (Finding finding : List.of(Findings.open("A", "shop", NOON), Findings.full())) {
            byte[] json = AlertJson.write(Rules.alert(finding, Books.BUILT_IN));
            assertThat(NetAlert.of(new String(json, StandardCharsets.UTF_8))).isEqualTo(NetAlert.of(finding));
        }
    }

    @Test
    void whateverStandsInAnAlertAnotherReaderReadsIt() throws IOException {
        for (String text :
                List.of("\"", "\\", "\b\f\n\r\t\0\u001f\u007f\u0085", "\u2028", "中\uD83D\uDE9A\uFFFF", "/", "é")) {
            for (String id : List.of(text, text.repeat(3_000), "x".repeat(8_190) + text, "")) {
                JsonNode json = new ObjectMapper().readTree(AlertJson.write(alert(id)));
                assertThat(json.path("subjectId").asText()).isEqualTo(id);
                assertThat(json.path("alertId").asText()).isEqualTo("LATE_SHIPMENT:" + id + ":3");
                assertThat(json.path("keys").path("orderId").asText()).isEqualTo(id);
                assertThat(json.path("reason").path("zh").asText()).isEqualTo(id);
                assertThat(json.path("clause").path("ref").asText()).isEqualTo(id);
                assertThat(json.path("evidence").path(0).path("eventId").asText())
                        .isEqualTo("e-" + id);
            }
        }
    }

    @Test
    void findingsAndAlertsComeOutOfTheirBytesAsTheyWentIn() {
        assertThat(RoundTrip.of(Finding.CODEC, Findings.full())).isEqualTo(Findings.full());
        Finding revoked = Findings.open("中\uD83D\uDE9A", "", Times.NOON).as(Status.REVOKED, 300);
        assertThat(RoundTrip.of(Finding.CODEC, revoked)).isEqualTo(revoked);
        assertThat(RoundTrip.of(Alert.CODEC, FULL)).isEqualTo(FULL);
        Alert fromTheBook = Rules.alert(Findings.full(), Books.BUILT_IN);
        assertThat(RoundTrip.of(Alert.CODEC, fromTheBook)).isEqualTo(fromTheBook);
    }

    private static Alert alert(String id) {
        return new Alert(
                Findings.open(id, id, NOON), Severity.MINOR, List.of(), new Sentence("", id), new Clause(id, "", ""));
    }
}
