package io.xunjian.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {

    @TempDir
    private Path folder;

    private Comparison comparison;

    @BeforeEach
    void twoAlertsMoreAndOneLess() throws IOException {
        Path diff = Files.writeString(
                folder.resolve("diff.jsonl"),
                ChangeLines.added("A:1", "s-1", 500)
                        + ChangeLines.added("A:2", "s-1", 0)
                        + ChangeLines.removed("B:1", "s-2", 700));
        comparison = Comparison.read(diff);
    }

    @ParameterizedTest
    @CsvSource({
        "added > 1, true", "added > 2, false", "added >= 2, true", "added>=3, false",
        "removed < 1, false", "removed <= 1, true", "A.added > 1, true", "B.added > 0, false",
        "B.removed >= 1, true", "shops > 1, true", "A.shops > 1, false", "changed > 0, false",
        "amountFen < 0, true", "A.amountFen >= 500, true", "amountFen < -200, false", "none.added > 0, false"
    })
    void failsOnItsSideOfTheLimit(String gate, boolean fails) {
        assertThat(Gate.of(gate).fails(comparison)).isEqualTo(fails);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "added", "added > x", "added = 3", "more > 3", "added > 1.5", "a.b.added > 3"})
    void whatIsNoGateIsRefused(String text) {
        assertThatThrownBy(() -> Gate.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'")
                .hasMessageContaining("added > 100");
    }

    @Test
    void theValueIsWhatIsLimited() {
        assertThat(Gate.of("amountFen > 0").value(comparison)).isEqualTo(-200);
    }
}
