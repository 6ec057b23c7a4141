package io.xunjian.jobs;

import io.xunjian.rules.event.Stream;
import io.xunjian.rules.files.EventFiles;
import io.xunjian.rules.files.EventFiles.EventFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Events as a broker might have given them: out of order, some of them twice, in several files. */
final class Delivered {

    private static final int FILES = 3;

    private Delivered() {}

    /** Writes all records of a folder to another, shuffled; each fifth comes again. */
    static Path of(Path events, Path folder, Random random) throws IOException {
        for (Map.Entry<Stream, List<String>> stream : read(events).entrySet()) {
            List<String> lines = stream.getValue();
            for (String line : List.copyOf(lines)) {
                if (random.nextInt(5) == 0) {
                    lines.add(line);
                }
            }
            Collections.shuffle(lines, random);
            Path sub = Files.createDirectories(folder.resolve(stream.getKey().topic()));
            for (int file = 0; file < FILES; file++) {
                StringBuilder text = new StringBuilder();
                for (int line = file; line < lines.size(); line += FILES) {
                    text.append(lines.get(line)).append('\n');
                }
                byte[] bytes = text.toString().getBytes(StandardCharsets.ISO_8859_1);
                boolean isCompressed = file == 1;
                Files.write(
                        sub.resolve("part-" + file + (isCompressed ? ".jsonl.gz" : ".jsonl")),
                        isCompressed ? gzip(bytes) : bytes);
            }
        }
        return folder;
    }

    /** Byte for character: there are lines that are no text. */
    private static Map<Stream, List<String>> read(Path events) throws IOException {
        Map<Stream, List<String>> lines = new EnumMap<>(Stream.class);
        for (EventFile file : EventFiles.in(events)) {
            String text = new String(bytes(file), StandardCharsets.ISO_8859_1);
            lines.computeIfAbsent(file.stream(), none -> new ArrayList<>()).addAll(List.of(text.split("\n")));
        }
        return lines;
    }

    private static byte[] bytes(EventFile file) throws IOException {
        if (!file.isCompressed()) {
            return Files.readAllBytes(file.path());
        }
        try (InputStream gzip = new GZIPInputStream(Files.newInputStream(file.path()))) {
            return gzip.readAllBytes();
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        }
        return compressed.toByteArray();
    }
}
