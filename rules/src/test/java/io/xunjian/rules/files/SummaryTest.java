package io.xunjian.rules.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.Instants;
import io.xunjian.rules.Status;
import io.xunjian.rules.alert.AlertTotals;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.json.Reason;
import io.xunjian.rules.testing.Books;
import io.xunjian.rules.testing.Findings;
import io.xunjian.rules.testing.Times;
import io.xunjian.rules.trial.Trial;
import io.xunjian.rules.trial.TrialTotals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryTest {

    @TempDir
    private Path folder;

    @Test
    void aSummarySaysWhatWasFoundAndWhatWasRead() throws IOException {
        AlertTotals alerts = new AlertTotals();
        alerts.add(Findings.open("A", "shop", Times.NOON));
        alerts.add(Findings.cured("B", "shop", Times.NOON, Times.NEXT_NOON));
        alerts.add("LATE_SHIPMENT", 1, Status.CURED, 5);
        Tally tally = new Tally();
        tally.count(Stream.ORDERS, Count.READ, 3);
        tally.count(Stream.ORDERS, Count.USED, 2);
        tally.refused(Stream.ORDERS, Reason.NOT_JSON);
        tally.ignoredFields(9);
        new OutFolder(folder).write(summary(Times.NOON, alerts, tally));
        assertThat(Files.readString(folder.resolve("summary.json")))
                .isEqualToIgnoringWhitespace("""
                        {"horizon": 1659326400000, "horizonAt": "2022-08-01T04:00:00Z", "alerts": 7,
                         "rules": {"LATE_SHIPMENT": {"level1": {"open": 0, "cured": 5},
                                                     "level3": {"open": 1, "cured": 1}}},
                         "streams": {"orders": {"read": 3, "used": 2, "duplicates": 0, "late": 0,
                                                "deadLetters": 1, "heartbeats": 0, "ignored": 0}},
                         "deadLetters": {"NOT_JSON": 1}, "ignoredFields": 9}""")
                .endsWith("\n");
    }

    @Test
    void aSummaryOfNothingHasNoHorizon() throws IOException {
        Path file = folder.resolve("s.json");
        summary(Instants.BEFORE_ALL, new AlertTotals(), new Tally()).write(file);
        assertThat(Files.readString(file))
                .isEqualToIgnoringWhitespace(
                        "{\"alerts\":0,\"rules\":{},\"streams\":{},\"deadLetters\":{},\"ignoredFields\":0}");
    }

    @Test
    void theFolderIsClearedOfAnEarlierRun() throws IOException {
        OutFolder out = new OutFolder(folder.resolve("new").resolve("out"));
        out.prepare();
        Files.writeString(out.path().resolve("alerts.jsonl"), "old");
        Files.writeString(out.unfinished("summary.json"), "half");
        Files.writeString(out.path().resolve("notes.txt"), "mine");
        out.prepare();
        try (var left = Files.list(out.path())) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactly("notes.txt");
        }
    }

    @Test
    void aFileTakesItsNameWhenItIsWhole() throws IOException {
        OutFolder out = new OutFolder(folder);
        Files.writeString(out.unfinished("alerts.jsonl"), "new");
        assertThat(folder.resolve("alerts.jsonl")).doesNotExist();
        Files.writeString(folder.resolve("alerts.jsonl"), "old");
        out.finish(summary(Times.NOON, new AlertTotals(), new Tally()));
        assertThat(folder.resolve("alerts.jsonl")).hasContent("new");
        assertThat(out.unfinished("alerts.jsonl")).doesNotExist();
        assertThat(folder.resolve("summary.json")).exists();
    }

    private static Summary summary(long horizon, AlertTotals alerts, Tally tally) {
        TrialTotals totals = new TrialTotals(List.of(alerts), List.of(Map.of()));
        return new Summary(horizon, Trial.of(Books.BUILT_IN), totals, tally);
    }
}
