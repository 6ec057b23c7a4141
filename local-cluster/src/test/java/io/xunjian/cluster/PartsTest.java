package io.xunjian.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartsTest {

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final Parts parts = new Parts(new PrintStream(told, true, StandardCharsets.UTF_8));
    private final List<String> ended = new ArrayList<>();

    @Test
    void theLastThatWasStartedEndsFirst() {
        keep("broker");
        keep("job");
        parts.close();
        parts.close();
        assertThat(ended).containsExactly("job", "broker");
        assertThat(told.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void aPartThatFailsIsToldAndTheOthersEnd() {
        keep("broker");
        parts.keep(() -> {
            throw new UncheckedIOException(new IOException("the disk is full"));
        });
        parts.keep(() -> {
            throw new IllegalStateException();
        });
        parts.close();
        assertThat(ended).containsExactly("broker");
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("the disk is full")
                .contains("IllegalStateException")
                .doesNotContain("null");
    }

    @Test
    void anInterruptIsKeptAndTheOthersEnd() {
        keep("broker");
        parts.keep(() -> {
            throw new InterruptedException();
        });
        parts.close();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(ended).containsExactly("broker");
    }

    private void keep(String name) {
        parts.keep(() -> ended.add(name));
    }
}
