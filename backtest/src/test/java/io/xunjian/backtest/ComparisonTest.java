package io.xunjian.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {

    @TempDir
    private Path folder;

    @Test
    void addsUpByRuleLevelAndSubject() throws IOException {
        JsonNode summary = summary(ChangeLines.added("A:1", "s-1", 500)
                + ChangeLines.added("A:2", "s-2", 300)
                + ChangeLines.removed("A:3", "s-2", 100)
                + ChangeLines.changed("B:1", "s-2", 100, 400));
        assertThat(summary.get("added").asInt()).isEqualTo(2);
        assertThat(summary.get("removed").asInt()).isOne();
        assertThat(summary.get("changed").asInt()).isOne();
        assertThat(summary.get("amountFen").asInt()).isEqualTo(500 + 300 - 100 + 300);
        assertThat(summary.get("shops").asInt()).isEqualTo(2);
        assertThat(summary.at("/rules/A/amountFen").asInt()).isEqualTo(700);
        assertThat(summary.at("/rules/A/levels/1/added").asInt()).isEqualTo(2);
        assertThat(summary.at("/rules/B/levels/2/changed").asInt()).isOne();
        assertThat(summary.at("/mostAffected/0/subjectId").asText()).isEqualTo("s-2");
        assertThat(summary.at("/mostAffected/0/added").asInt()).isOne();
        assertThat(summary.at("/mostAffected/1/subjectId").asText()).isEqualTo("s-1");
    }

    @Test
    void theMostAffectedAreTwentyAndTheExamplesTenOfAllKinds() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            lines.append(ChangeLines.added("A:" + i, "s-" + i, 1));
        }
        lines.append(ChangeLines.added("A:again", "s-49", 1)).append(ChangeLines.removed("B:1", "s-0", 1));
        JsonNode summary = summary(lines.toString());
        assertThat(summary.get("subjects").asInt()).isEqualTo(50);
        assertThat(summary.get("mostAffected")).hasSize(20);
        assertThat(summary.at("/mostAffected/0/subjectId").asText()).isEqualTo("s-0");
        assertThat(summary.at("/mostAffected/1/subjectId").asText()).isEqualTo("s-49");
        assertThat(summary.get("examples")).hasSize(10);
        assertThat(summary.get("examples").findValuesAsText("change")).contains("REMOVED", "ADDED");
    }

    @Test
    void whereNothingDiffersAllIsZero() throws IOException {
        JsonNode summary = summary("");
        assertThat(summary.get("added").asInt()).isZero();
        assertThat(summary.get("rules")).isEmpty();
        assertThat(summary.get("examples")).isEmpty();
    }

    private JsonNode summary(String lines) throws IOException {
        Comparison comparison = Comparison.read(Files.writeString(folder.resolve("diff.jsonl"), lines));
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            comparison.write(json);
        }
        return new ObjectMapper().readTree(text.toString());
    }
}
