package io.xunjian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Test
    void recordsOfAnUnknownNumberAreToldInOneLineThatIsClearedAtTheEnd() {
        try (ProgressLine line = new ProgressLine(new PrintStream(written, true, StandardCharsets.UTF_8))) {
            line.read(0);
            line.read(1_234);
        }
        assertThat(written.toString(StandardCharsets.UTF_8))
                .matches("\r0 records  \\d+ s \u001b\\[K\r1\\D?234 records  \\d+ s \u001b\\[K\r\u001b\\[K");
    }

    @Test
    void withoutATerminalNothingIsWritten() {
        try (ProgressLine line = new ProgressLine(null)) {
            line.read(1);
            line.read(1, 2, 3);
        }
        assertThat(written.size()).isZero();
    }
}
