package io.xunjian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shortest of the fault suite; {@code ./xunjian chaos} plays the rest. */
class ChaosIT {

    @TempDir
    private Path folder;

    @BeforeAll
    static void buildIsHere() {
        System.setProperty("xunjian.home", Path.of("..").toAbsolutePath().toString());
    }

    @Test
    void aTaskManagerAndTheJobManagerAreKilledAndNoAlertIsLostWrongOrSaidTwice() throws Exception {
        String printed = ClusterRun.run(
                "chaos", "both-killed", "--short", "--seed", "11", "--json", "--data", folder.toString());
        JsonNode scores = new ObjectMapper().readTree(printed);
        assertThat(scores).hasSize(1);
        JsonNode score = scores.get(0);
        assertThat(score.path("alerts").asInt()).isGreaterThan(100);
        assertThat(score.path("faults").asInt()).isEqualTo(2);
        assertThat(score.path("lost").asInt()).isZero();
        assertThat(score.path("wrong").asInt()).isZero();
        assertThat(score.path("duplicated").asInt()).isZero();
        assertThat(score.path("verdict").asText()).isEqualTo("PASSED");
        assertThat(folder).isEmptyDirectory();
    }
}
