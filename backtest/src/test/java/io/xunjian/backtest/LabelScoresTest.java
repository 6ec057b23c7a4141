package io.xunjian.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelScoresTest {

    @TempDir
    private Path folder;

    @Test
    void eachLabelIsOneCase() throws Exception {
        Path alerts = Files.writeString(
                folder.resolve("alerts.jsonl"),
                alert("A:found", "s-1", 100)
                        + alert("A:wrong", "s-1", 200)
                        + alert("A:ranged", "s-2", 300)
                        + alert("A:again", "s-2", 301)
                        + alert("A:unlabelled", "s-3", 400)
                        + alert("B:x", "s-2", 300));
        Path labels = Files.writeString(folder.resolve("labels.jsonl"), """
                {"alertId":"A:found","label":"TRUE_POSITIVE"}
                {"alertId":"A:wrong","label":"FALSE_POSITIVE"}
                {"alertId":"A:missed","label":"TRUE_POSITIVE"}

                {"ruleCode":"A","subjectId":"s-2","from":300,"until":302,"label":"TRUE_POSITIVE"}
                {"ruleCode":"A","subjectId":"s-2","from":302,"until":400,"label":"FALSE_POSITIVE"}
                {"ruleCode":"A","subjectId":"s-2","from":200,"until":300,"label":"TRUE_POSITIVE"}
                """);
        Score score = LabelScores.of(labels)
                .score("baseline", alerts)
                .books()
                .get("baseline")
                .get("A");
        assertThat(score.truePositives()).isEqualTo(2);
        assertThat(score.falsePositives()).isOne();
        assertThat(score.falseNegatives()).isEqualTo(2);
        assertThat(score.trueNegatives()).isOne();
        assertThat(score.precision()).isEqualTo(2 / 3.0);
        assertThat(score.recall()).isEqualTo(2 / 4.0);
    }

    @Test
    void everyFaultOfTheFileIsTold() throws IOException {
        Path labels = Files.writeString(folder.resolve("labels.jsonl"), """
                {"alertId":"A:1","label":"maybe"}
                no
                {"label":"TRUE_POSITIVE"}
                {"alertId":"A:1","label":"TRUE_POSITIVE"}
                """);
        assertThatThrownBy(() -> LabelScores.of(labels))
                .asInstanceOf(type(LabelsRejected.class))
                .satisfies(rejected -> assertThat(rejected.faults())
                        .containsExactly(
                                labels + ":1: 'label' is 'maybe', expected TRUE_POSITIVE or FALSE_POSITIVE",
                                labels + ":2: is not JSON",
                                labels + ":3: expected alertId, or ruleCode, subjectId, from and until (epoch ms)"));
    }

    private static String alert(String alertId, String subjectId, long raisedAt) {
        return "{\"alertId\":\"" + alertId + "\",\"ruleCode\":\"" + alertId.split(":", 2)[0] + "\",\"subjectId\":\""
                + subjectId + "\",\"keys\":{\"alertId\":\"no\"},\"raisedAt\":" + raisedAt + ",\"evidence\":[{}]}\n";
    }
}
