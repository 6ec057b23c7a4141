package io.xunjian.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.Rules;
import io.xunjian.rules.Utf8Order;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.json.AlertRecord;
import io.xunjian.rules.json.DeadLetter;
import io.xunjian.rules.json.Reason;
import io.xunjian.rules.testing.Books;
import io.xunjian.rules.testing.Findings;
import io.xunjian.rules.testing.NetAlert;
import io.xunjian.rules.testing.Times;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SortedFileSinkTest {

    @TempDir
    private Path temp;

    @Test
    void linesAreSortedAndNothingElseIsLeft() throws Exception {
        List<String> lines = new ArrayList<>(IntStream.range(0, 20_000)
                .mapToObj(i -> String.format("%05d:%s", i, "x".repeat(i % 17)))
                .toList());
        List<String> sorted = List.copyOf(lines);
        Collections.shuffle(lines, new Random(1));
        Path file = temp.resolve("lines");
        write(texts(file), lines);
        assertThat(Files.readAllLines(file)).isEqualTo(sorted);
        assertThat(temp).isDirectoryContaining("glob:**/lines");
        assertThat(left()).containsExactly("lines");
    }

    @Test
    void noLinesAreAnEmptyFile() throws Exception {
        Path file = temp.resolve("lines");
        write(texts(file), List.of());
        assertThat(file).isEmptyFile();
    }

    @Test
    void aWriterThatStartsAgainWritesTheFileAgain() throws Exception {
        Path file = temp.resolve("lines");
        try (SinkWriter<String> failing = texts(file).createWriter(null)) {
            failing.write("b", null);
            failing.flush(false);
        }
        assertThat(left()).isEmpty();
        write(texts(file), List.of("c", "a"));
        assertThat(file).hasContent("a\nc\n");
    }

    @Test
    void alertsAreByRaisedAtThenAlertId() throws Exception {
        Path file = temp.resolve("alerts");
        List<AlertRecord> alerts = new ArrayList<>();
        for (String order : List.of("\uD83D\uDE9A", "\uFFFD", "b", "B", "ab", "a")) {
            alerts.add(record(order, Times.NOON));
            alerts.add(record(order + "0", Times.NOON - 1));
        }
        write(FileSinks.alerts(file), alerts);
        List<NetAlert> written = NetAlert.read(file);
        assertThat(written).isEqualTo(NetAlert.net(written)).hasSize(alerts.size());
    }

    @Test
    void deadLettersAreByStreamFileAndLine() throws Exception {
        Path file = temp.resolve("letters");
        write(
                FileSinks.deadLetters(file),
                List.of(
                        letter(Stream.CALLS, "calls.jsonl", 1),
                        letter(Stream.ORDERS, "orders/b.jsonl", 2),
                        letter(Stream.ORDERS, "orders/a.jsonl", 10),
                        letter(Stream.ORDERS, "orders.jsonl", 3),
                        letter(Stream.ORDERS, "orders/a.jsonl", 9)));
        assertThat(Files.readAllLines(file))
                .extracting(line -> line.replaceAll(".*\"file\":\"([^\"]*)\",\"line\":(\\d+).*", "$1 $2"))
                .containsExactly(
                        "orders.jsonl 3", "orders/a.jsonl 9", "orders/a.jsonl 10", "orders/b.jsonl 2", "calls.jsonl 1");
    }

    private static AlertRecord record(String order, long raisedAt) {
        return AlertRecord.of(Rules.alert(Findings.open(order, "shop", raisedAt), Books.BUILT_IN));
    }

    private static DeadLetter letter(Stream stream, String file, long line) {
        return new DeadLetter(stream, file, 0, line, Reason.EMPTY, null, new byte[0]);
    }

    private static SortedFileSink<String, String> texts(Path file) {
        return new SortedFileSink<>(
                file, text -> text, Utf8Order::compare, text -> text.getBytes(StandardCharsets.UTF_8));
    }

    private static <T> void write(Sink<T> sink, List<T> values) throws Exception {
        try (SinkWriter<T> writer = InstantiationUtil.clone(sink).createWriter(null)) {
            for (T value : values) {
                writer.write(value, null);
            }
            writer.flush(true);
        }
    }

    private List<String> left() throws IOException {
        try (var files = Files.list(temp)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
