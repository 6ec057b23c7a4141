package io.xunjian.cluster.supervised;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartLogTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void file() {
        file = folder.resolve("kafka.log");
    }

    @ParameterizedTest
    @CsvSource({"0, 3", "2, 3", "3, 3", "9, 3", "3, 20000"})
    void theLastLinesArePrintedAndNoMore(int asked, int written) throws IOException {
        Files.writeString(file, lines(1, written));
        assertThat(last(asked)).isEqualTo(lines(Math.max(1, written - asked + 1), written));
    }

    @Test
    void whatCameSinceIsPrintedOnce() throws IOException {
        Files.writeString(file, lines(1, 3));
        PartLog log = new PartLog(file);
        log.printLast(1, new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
        Files.writeString(file, lines(4, 5), StandardOpenOption.APPEND);
        assertThat(news(log)).isEqualTo(lines(4, 5));
        assertThat(news(log)).isEmpty();
    }

    @Test
    void aLogThatIsBegunAnewIsReadFromItsStart() throws IOException {
        Files.writeString(file, lines(1, 30));
        PartLog log = new PartLog(file);
        log.printLast(1, new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
        Files.writeString(file, lines(1, 2));
        assertThat(news(log)).isEqualTo(lines(1, 2));
    }

    private String last(int lines) throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        new PartLog(file).printLast(lines, new PrintStream(printed, true, StandardCharsets.UTF_8));
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static String news(PartLog log) throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        log.printNew(new PrintStream(printed, true, StandardCharsets.UTF_8));
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static String lines(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(number -> "line " + number + '\n')
                .collect(Collectors.joining());
    }
}
