package io.xunjian.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunjian.connectors.Received;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.files.BrokenFile;
import io.xunjian.rules.json.Reason;
import io.xunjian.rules.testing.EventJson;
import io.xunjian.rules.testing.Histories;
import io.xunjian.rules.testing.Seeds;
import io.xunjian.rules.testing.Times;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.connector.file.src.util.RecordAndPosition;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of events as Flink reads it: in splits, and again from where a checkpoint was. */
class EventLinesTest {

    private static final Configuration NO_SETTINGS = new Configuration();

    @TempDir
    private Path temp;

    @Test
    void anySplitsOfAFileGiveEachRecordOnceAndEachLetterItsLine() {
        Seeds.each(200, (seed, random) -> {
            Written file = write("orders.jsonl", random);
            List<String> read = new ArrayList<>();
            for (FileSourceSplit split : splits(file.path, random)) {
                read.addAll(drain(format().createReader(NO_SETTINGS, split)));
            }
            assertThat(read).isEqualTo(file.records);
        });
    }

    @Test
    void aCompressedFileIsReadWhole() {
        Seeds.each(20, (seed, random) -> {
            Written file = write("orders/part 0 %41 #1.jsonl.gz", random);
            FileSourceSplit whole = split(file.path, 0, Files.size(file.path));
            assertThat(drain(format().createReader(NO_SETTINGS, whole))).isEqualTo(file.records);
        });
    }

    @Test
    void aReaderThatIsRestoredGoesOnWhereTheCheckpointWas() {
        Seeds.each(50, (seed, random) -> {
            boolean isCompressed = random.nextBoolean();
            Written file = write(isCompressed ? "orders.jsonl.gz" : "orders.jsonl", random);
            List<FileSourceSplit> splits =
                    isCompressed ? List.of(split(file.path, 0, Files.size(file.path))) : splits(file.path, random);
            List<String> read = new ArrayList<>();
            for (FileSourceSplit split : splits) {
                read.addAll(drainWithAFailure(split, random.nextInt(60)));
            }
            assertThat(read).isEqualTo(file.records);
        });
    }

    @Test
    void batchesAreBoundedAndTheirPositionsCountOn() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            lines.append("x\n");
        }
        Path file = Files.writeString(temp.resolve("orders.jsonl"), lines);
        long expected = 0;
        try (BulkFormat.Reader<Received> reader = format().createReader(NO_SETTINGS, split(file, 0, lines.length()))) {
            for (var batch = reader.readBatch(); batch != null; batch = reader.readBatch()) {
                for (var record = batch.next(); record != null; record = batch.next()) {
                    assertThat(record.getOffset()).isEqualTo(CheckpointedPosition.NO_OFFSET);
                    assertThat(record.getRecordSkipCount()).isEqualTo(++expected);
                }
            }
        }
        assertThat(expected).isEqualTo(3_000);
    }

    @Test
    void aCompressedFileOfNoBytesHasNoRecords() throws Exception {
        Path empty = Files.createFile(temp.resolve("orders.jsonl.gz"));
        assertThat(drain(format().createReader(NO_SETTINGS, split(empty, 0, 0))))
                .isEmpty();
    }

    @Test
    void aFileThatIsNoWholeGzipFileIsNamed() throws Exception {
        byte[] whole = gzip(new byte[10_000]);
        Path file = temp.resolve("orders.jsonl.gz");
        for (byte[] broken :
                List.of(Arrays.copyOf(whole, whole.length - 1), "plain".getBytes(StandardCharsets.UTF_8))) {
            Files.write(file, broken);
            FileSourceSplit split = split(file, 0, broken.length);
            assertThatThrownBy(() -> drain(format().createReader(NO_SETTINGS, split)))
                    .isInstanceOf(BrokenFile.class)
                    .hasMessageContaining(file.toString());
        }
    }

    private EventLines format() throws Exception {
        return InstantiationUtil.clone(new EventLines(temp, TypeInformation.of(Received.class)));
    }

    /** Reads some records, then the rest by a reader that is restored to where the last of them was. */
    private List<String> drainWithAFailure(FileSourceSplit split, int failAfter) throws Exception {
        List<String> read = new ArrayList<>();
        CheckpointedPosition position = new CheckpointedPosition(CheckpointedPosition.NO_OFFSET, 0);
        try (BulkFormat.Reader<Received> reader = format().createReader(NO_SETTINGS, split)) {
            var batch = reader.readBatch();
            while (batch != null && read.size() < failAfter) {
                RecordAndPosition<Received> record = batch.next();
                if (record == null) {
                    batch = reader.readBatch();
                } else {
                    read.add(told(record.getRecord()));
                    position = new CheckpointedPosition(record.getOffset(), record.getRecordSkipCount());
                }
            }
        }
        read.addAll(drain(format().restoreReader(NO_SETTINGS, split.updateWithCheckpointedPosition(position))));
        return read;
    }

    private static List<String> drain(BulkFormat.Reader<Received> reader) throws IOException {
        List<String> read = new ArrayList<>();
        try (reader) {
            for (var batch = reader.readBatch(); batch != null; batch = reader.readBatch()) {
                for (var record = batch.next(); record != null; record = batch.next()) {
                    read.add(told(record.getRecord()));
                }
                batch.releaseBatch();
            }
        }
        return read;
    }

    private static String told(Received received) {
        if (received.event() != null) {
            return received.event().eventId();
        }
        var letter = received.letter();
        assertThat(letter.stream()).isEqualTo(Stream.ORDERS);
        assertThat(letter.reason()).isEqualTo(Reason.NOT_JSON);
        return letter.file() + ':' + letter.position();
    }

    /** @param records the ids of its events and the places of its letters, in order */
    private record Written(Path path, List<String> records) {}

    private Written write(String name, Random random) throws IOException {
        StringBuilder text = new StringBuilder();
        List<String> records = new ArrayList<>();
        int lines = random.nextInt(60);
        for (int line = 1; line <= lines; line++) {
            switch (random.nextInt(5)) {
                case 0 -> text.append(" ".repeat(random.nextInt(3)));
                case 1 -> {
                    text.append("bad".repeat(1 + random.nextInt(3)));
                    records.add(name + ':' + line);
                }
                default -> {
                    text.append(
                            EventJson.line(Histories.paid("A").named("e" + line).at(Times.NOON)));
                    records.add("e" + line);
                }
            }
            text.append(line == lines && random.nextBoolean() ? "" : random.nextBoolean() ? "\n" : "\r\n");
        }
        Path path = temp.resolve(name);
        Files.createDirectories(path.getParent());
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        Files.write(path, name.endsWith(".gz") ? gzip(bytes) : bytes);
        return new Written(path, records);
    }

    private static List<FileSourceSplit> splits(Path file, Random random) throws IOException {
        long size = Files.size(file);
        List<FileSourceSplit> splits = new ArrayList<>();
        for (long start = 0; start < size; ) {
            long length = Math.min(size - start, 1 + random.nextInt(400));
            splits.add(split(file, start, length));
            start += length;
        }
        return splits;
    }

    private static FileSourceSplit split(Path file, long start, long length) throws IOException {
        return new FileSourceSplit(
                "split", new org.apache.flink.core.fs.Path(file.toUri()), start, length, 0, Files.size(file));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        }
        return compressed.toByteArray();
    }
}
