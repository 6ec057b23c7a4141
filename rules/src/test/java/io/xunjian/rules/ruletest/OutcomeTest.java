package io.xunjian.rules.ruletest;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.Rules;
import io.xunjian.rules.book.BookRejected;
import io.xunjian.rules.book.RuleTest;
import io.xunjian.rules.book.TestedBook;
import io.xunjian.rules.testing.Books;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutcomeTest {

    private static final String CODE = "LATE_SHIPMENT";

    @TempDir
    private Path folder;

    @Test
    void aTestPassesIfWhatItAsksOfEachAlertHolds() throws IOException, BookRejected {
        Outcome outcome =
                outcome("{alertId: LATE_SHIPMENT:o-1:1, status: CURED, level: 1, severity: MINOR, subjectId: s-1,"
                        + " raisedAt: 2025-01-03T10:00:00+08:00, curedAt: 2025-01-03T12:00:00.001+08:00}");
        assertThat(outcome.mismatches()).isEmpty();
        assertThat(outcome.passed()).isTrue();
    }

    @Test
    void everyDifferenceIsTold() throws IOException, BookRejected {
        Outcome outcome = outcome(
                "{alertId: LATE_SHIPMENT:o-1:1, status: OPEN, ruleVersion: 2, level: 2, severity: SERIOUS,"
                        + " subjectId: s-2, raisedAt: 2025-01-03T10:00:00.001+08:00, curedAt: 2025-01-03T12:00:00+08:00}");
        assertThat(outcome.passed()).isFalse();
        assertThat(outcome.mismatches()).singleElement().satisfies(mismatch -> {
            assertThat(mismatch.found().reason().en()).startsWith("Order o-1 was to ship by");
            assertThat(mismatch.differences())
                    .containsExactly(
                            "status is CURED, expected OPEN",
                            "ruleVersion is 1, expected 2",
                            "level is 1, expected 2",
                            "severity is MINOR, expected SERIOUS",
                            "subjectId is s-1, expected s-2",
                            "raisedAt is 2025-01-03T10:00:00+08:00, expected 2025-01-03T10:00:00.001+08:00",
                            "curedAt is 2025-01-03T12:00:00.001+08:00, expected 2025-01-03T12:00:00+08:00");
        });
    }

    @Test
    void anAlertThatIsMissingAndOneThatIsNotExpectedAreTold() throws IOException, BookRejected {
        Outcome outcome = outcome("{alertId: LATE_SHIPMENT:o-2:1, status: OPEN}");
        assertThat(outcome.mismatches()).hasSize(2);
        assertThat(outcome.mismatches().get(0).expected().alertId()).isEqualTo("LATE_SHIPMENT:o-2:1");
        assertThat(outcome.mismatches().get(0).found()).isNull();
        assertThat(outcome.mismatches().get(1).expected()).isNull();
        assertThat(outcome.mismatches().get(1).found().finding().alertId()).isEqualTo("LATE_SHIPMENT:o-1:1");
    }

    @Test
    void aVersionIsTestedBeforeItIsActive() throws IOException, BookRejected {
        String versions = Books.version(1, "active", "2022-01-01T00:00:00+08:00", "")
                + Books.version(2, "draft", "2024-01-01T00:00:00+08:00", "defaultShipWindow: PT24H");
        Outcome draft = outcome(
                versions,
                "version: 2",
                "{alertId: LATE_SHIPMENT:o-1:1, status: CURED, raisedAt: 2025-01-02T10:00:00+08:00},"
                        + " {alertId: LATE_SHIPMENT:o-1:2, status: CURED}");
        assertThat(draft.mismatches()).isEmpty();
        Outcome active = outcome(versions, "version: 1", "{alertId: LATE_SHIPMENT:o-1:1, status: CURED}");
        assertThat(active.mismatches()).isEmpty();
    }

    @Test
    void aDraftTakesThePlaceOfTheActiveVersionFromTheSameInstant() throws IOException, BookRejected {
        String versions = Books.version(2, "draft", "2022-01-01T00:00:00+08:00", "defaultShipWindow: PT24H")
                + Books.version(1, "active", "2022-01-01T00:00:00+08:00", "");
        Outcome draft = outcome(
                versions,
                "version: 2",
                "{alertId: LATE_SHIPMENT:o-1:1, status: CURED}," + " {alertId: LATE_SHIPMENT:o-1:2, status: CURED}");
        assertThat(draft.mismatches()).isEmpty();
    }

    private Outcome outcome(String expected) throws IOException, BookRejected {
        return outcome(Books.version(1, "active", "2022-01-01T00:00:00+08:00", ""), "version: 1", expected);
    }

    /** Of an order that ships two hours and a millisecond after the 48 h that it has. */
    private Outcome outcome(String versions, String version, String expected) throws IOException, BookRejected {
        Files.writeString(folder.resolve("a.yaml"), Books.file(CODE, versions) + """
                tests:
                  - name: shipped too late
                    kind: positive
                    %s
                    asOf: 2025-01-10T00:00:00+08:00
                    events:
                      - {eventType: ORDER_PAID, eventTime: 2025-01-01T10:00:00+08:00, orderId: o-1, shopId: s-1}
                      - {eventType: ORDER_CANCELLED, eventTime: 2025-01-03T12:00:00.001+08:00, orderId: o-1, shopId: s-1}
                    expect: [%s]
                """.formatted(version, expected));
        TestedBook book = TestedBook.read(Rules.ALL, List.of(folder));
        List<RuleTest> tests = book.tests().get(CODE);
        assertThat(tests).hasSize(1);
        return Outcome.of(tests.get(0), book.book());
    }
}
