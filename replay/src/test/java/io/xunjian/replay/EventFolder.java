package io.xunjian.replay;

import io.xunjian.rules.event.Stream;
import io.xunjian.rules.files.EventFiles;
import io.xunjian.rules.files.EventFiles.EventFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** The lines of a folder of events, to be written in any other layout that means the same. */
final class EventFolder {

    private final Map<Stream, List<byte[]>> lines = new EnumMap<>(Stream.class);

    static EventFolder read(Path folder) throws IOException {
        EventFolder read = new EventFolder();
        for (EventFile file : EventFiles.in(folder)) {
            byte[] bytes = Files.readAllBytes(file.path());
            int from = 0;
            for (int i = 0; i <= bytes.length; i++) {
                if (i == bytes.length ? from < i : bytes[i] == '\n') {
                    read.add(file.stream(), Arrays.copyOfRange(bytes, from, i));
                    from = i + 1;
                }
            }
        }
        return read;
    }

    void add(Stream stream, byte[] line) {
        lines.computeIfAbsent(stream, none -> new ArrayList<>()).add(line);
    }

    /** One compressed file for each stream. */
    Path compressed(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Stream stream : lines.keySet()) {
            Files.write(folder.resolve(stream.topic() + ".jsonl.gz"), gzip(bytes(lines.get(stream))));
        }
        return folder;
    }

    /** Several files for each stream, compressed and plain, one of them in two compressed members. */
    Path scattered(Path folder, Random random) throws IOException {
        Files.createDirectories(folder);
        for (Stream stream : lines.keySet()) {
            List<List<byte[]>> parts = List.of(
                    new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            lines.get(stream)
                    .forEach(line -> parts.get(random.nextInt(parts.size())).add(line));
            Path sub = Files.createDirectories(folder.resolve(stream.topic()));
            Files.write(folder.resolve(stream.topic() + ".jsonl"), bytes(parts.get(0)));
            Files.write(sub.resolve("part-0.jsonl"), bytes(parts.get(1)));
            Files.write(sub.resolve("part-1.jsonl.gz"), gzip(bytes(parts.get(2))));
            ByteArrayOutputStream members = new ByteArrayOutputStream();
            members.writeBytes(gzip(bytes(parts.get(3))));
            members.writeBytes(gzip(bytes(parts.get(4))));
            Files.write(sub.resolve("part-2.jsonl.gz"), members.toByteArray());
        }
        return folder;
    }

    private static byte[] bytes(List<byte[]> lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] line : lines) {
            bytes.writeBytes(line);
            bytes.write('\n');
        }
        return bytes.toByteArray();
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        }
        return compressed.toByteArray();
    }
}
