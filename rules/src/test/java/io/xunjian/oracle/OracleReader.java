package io.xunjian.oracle;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads events out of lines, and counts those that are none. */
final class OracleReader {

    private static final int LARGEST = 1 << 20;

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(64)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final List<OracleEvent> events = new ArrayList<>();
    private int deadLetters;

    /** Every event of a folder of core streams. */
    static OracleReader ofFolder(Path folder) throws IOException {
        OracleReader reader = new OracleReader();
        for (String stream : RandomMarket.STREAMS) {
            for (Path file : files(folder, stream)) {
                reader.read(stream, file);
            }
        }
        return reader;
    }

    /** The events of lines of which each must be one. */
    static List<OracleEvent> ofLines(List<RandomMarket.Line> lines) {
        OracleReader reader = new OracleReader();
        lines.forEach(line -> reader.read(line.stream(), line.json().getBytes(StandardCharsets.UTF_8)));
        if (reader.deadLetters > 0) {
            throw new IllegalArgumentException("Not all of these are events: " + lines);
        }
        return reader.events;
    }

    List<OracleEvent> events() {
        return events;
    }

    int deadLetters() {
        return deadLetters;
    }

    void read(String stream, byte[] line) {
        if (new String(line, StandardCharsets.UTF_8).isBlank()) {
            return;
        }
        JsonNode record = line.length <= LARGEST ? parsed(line) : null;
        if (record == null || !record.isObject() || !OracleContract.allows(stream, record)) {
            deadLetters++;
            return;
        }
        events.add(new OracleEvent(
                record.get("eventId").textValue(),
                record.get("eventType").textValue(),
                OracleContract.instant(record.get("eventTime")),
                record));
    }

    private static JsonNode parsed(byte[] line) {
        try {
            return JSON.readTree(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString());
        } catch (CharacterCodingException | JacksonException notJson) {
            return null;
        }
    }

    private static List<Path> files(Path folder, String stream) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : List.of(folder, folder.resolve(stream))) {
            if (Files.isDirectory(path)) {
                try (var listed = Files.list(path)) {
                    listed.filter(file -> path.equals(folder)
                                    ? file.getFileName().toString().startsWith(stream + ".jsonl")
                                    : file.getFileName().toString().contains(".jsonl"))
                            .forEach(files::add);
                }
            }
        }
        return files;
    }

    private void read(String stream, Path file) throws IOException {
        for (byte[] line : lines(file)) {
            read(stream, line);
        }
    }

    /** The lines of a file, plain or compressed, as bytes: not all of them need be text. */
    static List<byte[]> lines(Path file) throws IOException {
        List<byte[]> lines = new ArrayList<>();
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (byte one : in.readAllBytes()) {
                if (one == '\n') {
                    lines.add(line.toByteArray());
                    line.reset();
                } else {
                    line.write(one);
                }
            }
            lines.add(line.toByteArray());
        }
        return lines;
    }
}
