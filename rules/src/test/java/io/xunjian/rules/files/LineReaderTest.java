package io.xunjian.rules.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunjian.rules.json.EventDecoder;
import io.xunjian.rules.testing.Seeds;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineReaderTest {

    private static final String[] LINES = {"a", "bb", "", " ", "\t\r", "{}", "中", "x".repeat(300), "\r", " y "};
    private static final String[] ENDS = {"\n", "\n", "\r\n", "\n\n"};

    @TempDir
    private Path folder;

    @Test
    void aFileIsItsLines() throws IOException {
        assertThat(lines("a\nb\nc\n")).containsExactly("1:a", "2:b", "3:c");
    }

    @Test
    void theLastLineNeedsNoEnd() throws IOException {
        assertThat(lines("a\nb")).containsExactly("1:a", "2:b");
        assertThat(lines("a\nb\r")).containsExactly("1:a", "2:b");
    }

    @Test
    void aCarriageReturnBeforeTheEndIsNoPartOfALine() throws IOException {
        assertThat(lines("a\r\nb\rc\r\n")).containsExactly("1:a", "2:b\rc");
    }

    @Test
    void blankLinesArePassedOverButNumbered() throws IOException {
        assertThat(lines("\n \t\na\n\r\n\n  b\n\n")).containsExactly("3:a", "6:  b");
        assertThat(lines("")).isEmpty();
        assertThat(lines("\n\n \n")).isEmpty();
    }

    @Test
    void atTheEndTheNumberIsThatOfAllLines() throws IOException {
        LineReader reader = new LineReader(new ByteArrayInputStream("a\n\nb\n\n".getBytes(UTF_8)));
        while (reader.next()) {}
        assertThat(reader.line()).isEqualTo(4);
    }

    @Test
    void aLineOfTheLargestSizeIsGivenWhole() throws IOException {
        String largest = "x".repeat(EventDecoder.LARGEST);
        assertThat(lengths("a\n" + largest + "\nb\n")).containsExactly(1, EventDecoder.LARGEST, 1);
        assertThat(lengths("a\n" + largest + "\r\nb\n")).containsExactly(1, EventDecoder.LARGEST, 1);
        assertThat(lengths(largest)).containsExactly(EventDecoder.LARGEST);
    }

    @Test
    void aLargerLineIsGivenTooLargeAndTheNextOneWhole() throws IOException {
        for (int more : new int[] {1, 2, 3, 4, 1 << 18, 1 << 20, 5_000_000}) {
            String large = "x".repeat(EventDecoder.LARGEST + more);
            for (String file : List.of("a\n" + large + "\nbb\nc", "a\n" + large + "\r\nbb\nc")) {
                List<Integer> lengths = lengths(file);
                assertThat(lengths).as(more + " more").hasSize(4).startsWith(1).endsWith(2, 1);
                assertThat(lengths.get(1)).isGreaterThan(EventDecoder.LARGEST);
            }
            assertThat(lengths(large)).hasSize(1).allMatch(length -> length > EventDecoder.LARGEST);
            assertThat(lengths(large + "\n" + large + "\nb")).hasSize(3).endsWith(1);
        }
    }

    @Test
    void aLargeLineThatBeginsWithAMiBOfSpacesIsNotBlank() throws IOException {
        assertThat(lengths(" ".repeat(EventDecoder.LARGEST + 5) + "{}\nb\n")).hasSize(2);
    }

    @Test
    void partsThatAdjoinGiveEachLineOnce() {
        Seeds.each(1_000, (seed, random) -> {
            String text = text(random);
            Path file = Files.writeString(folder.resolve("f"), text);
            List<String> parts = new ArrayList<>();
            long start = 0;
            for (long end : cuts(Files.size(file), random)) {
                try (LineReader reader = LineReader.ofPart(file, start, end)) {
                    parts.addAll(texts(reader));
                }
                start = end;
            }
            assertThat(parts).isEqualTo(texts(new LineReader(new ByteArrayInputStream(text.getBytes(UTF_8)))));
        });
    }

    @Test
    void partsOfAFileWithLargeLinesGiveEachLineOnce() throws IOException {
        String large = "x".repeat(EventDecoder.LARGEST + 700_000);
        Path file = Files.writeString(folder.resolve("f"), "a\n" + large + "\nb\n" + large + "\r\nc");
        long size = Files.size(file);
        for (long cut :
                new long[] {0, 1, 2, 3, 1_000_000, 1_748_577, 1_748_578, 1_748_579, 1_748_580, size - 1, size}) {
            List<String> parts = new ArrayList<>();
            try (LineReader first = LineReader.ofPart(file, 0, cut);
                    LineReader second = LineReader.ofPart(file, cut, size)) {
                parts.addAll(texts(first));
                parts.addAll(texts(second));
            }
            assertThat(parts).as("cut at %s", cut).extracting(String::length).hasSize(5);
            assertThat(List.of(parts.get(0), parts.get(2), parts.get(4))).containsExactly("a", "b", "c");
        }
    }

    @Test
    void aPartNumbersItsOwnLinesFromOne() throws IOException {
        Path file = Files.writeString(folder.resolve("f"), "a\nb\nc\n");
        try (LineReader reader = LineReader.ofPart(file, 1, 6)) {
            assertThat(numbered(reader)).containsExactly("1:b", "2:c");
        }
    }

    @Test
    void linesAreTheSameHoweverTheBytesTrickleIn() {
        Seeds.each(200, (seed, random) -> {
            String text = text(random);
            assertThat(numbered(new LineReader(trickle(text, random)))).isEqualTo(lines(text));
        });
    }

    @Test
    void aCompressedFileOfNoBytesHasNoLines() throws IOException {
        try (LineReader reader = LineReader.ofCompressed(Files.createFile(folder.resolve("orders.jsonl.gz")))) {
            assertThat(reader.next()).isFalse();
            assertThat(reader.line()).isZero();
        }
    }

    @Test
    void aFileThatIsNoWholeGzipFileIsNamed() throws IOException {
        byte[] whole = gzip("a\nb\n".repeat(1_000));
        Path file = folder.resolve("orders.jsonl.gz");
        for (byte[] broken :
                List.of(Arrays.copyOf(whole, whole.length - 1), Arrays.copyOf(whole, 5), "plain\n".getBytes(UTF_8))) {
            Files.write(file, broken);
            assertThatThrownBy(() -> {
                        try (LineReader reader = LineReader.ofCompressed(file)) {
                            texts(reader);
                        }
                    })
                    .isInstanceOf(BrokenFile.class)
                    .hasMessageMatching(
                            Pattern.quote(file + " is not a whole gzip file: ") + "(it is cut off|Not in GZIP format)");
        }
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return compressed.toByteArray();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(LINES[random.nextInt(LINES.length)]).append(ENDS[random.nextInt(ENDS.length)]);
        }
        return text.append(LINES[random.nextInt(LINES.length)]).toString();
    }

    /** Ends of parts, the last of them the end of the file. */
    private static SortedSet<Long> cuts(long size, Random random) {
        TreeSet<Long> cuts = new TreeSet<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            cuts.add((long) random.nextInt((int) size + 1));
        }
        cuts.add(size);
        return cuts;
    }

    private static InputStream trickle(String text, Random random) {
        return new ByteArrayInputStream(text.getBytes(UTF_8)) {
            @Override
            public synchronized int read(byte[] into, int from, int length) {
                return super.read(into, from, Math.min(length, 1 + random.nextInt(3)));
            }
        };
    }

    private static List<String> lines(String text) throws IOException {
        return numbered(new LineReader(new ByteArrayInputStream(text.getBytes(UTF_8))));
    }

    private static List<Integer> lengths(String text) throws IOException {
        LineReader reader = new LineReader(new ByteArrayInputStream(text.getBytes(UTF_8)));
        List<Integer> lengths = new ArrayList<>();
        while (reader.next()) {
            lengths.add(reader.length());
        }
        return lengths;
    }

    private static List<String> texts(LineReader reader) throws IOException {
        return numbered(reader).stream()
                .map(line -> line.substring(line.indexOf(':') + 1))
                .toList();
    }

    private static List<String> numbered(LineReader reader) throws IOException {
        List<String> lines = new ArrayList<>();
        while (reader.next()) {
            lines.add(reader.line() + ":" + new String(reader.buffer(), reader.from(), reader.length(), UTF_8));
        }
        return lines;
    }
}
