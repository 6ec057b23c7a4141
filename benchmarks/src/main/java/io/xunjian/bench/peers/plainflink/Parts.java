package io.xunjian.bench.peers.plainflink;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the tasks wrote, made into one file; a folder that was read is deleted. */
final class Parts {

    private static final JsonMapper JSON = new JsonMapper();

    private Parts() {}

    /** Puts a folder's parts one after the other. */
    static void join(Path folder, Path target) throws IOException {
        try (FileChannel out = FileChannel.open(target, CREATE, TRUNCATE_EXISTING, WRITE)) {
            for (Path part : in(folder)) {
                try (FileChannel in = FileChannel.open(part)) {
                    for (long done = 0; done < in.size(); ) {
                        done += in.transferTo(done, in.size() - done, out);
                    }
                }
                Files.delete(part);
            }
        }
        Files.delete(folder);
    }

    /** Adds those of a folder's alerts that are raised by the horizon. */
    static void addRaisedBy(long horizon, Path folder, Path target) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(target, APPEND)) {
            for (Path part : in(folder)) {
                try (BufferedReader in = Files.newBufferedReader(part)) {
                    for (String line = in.readLine(); line != null; line = in.readLine()) {
                        if (JSON.readTree(line).get("raisedAt").asLong() <= horizon) {
                            out.append(line).append('\n');
                        }
                    }
                }
                Files.delete(part);
            }
        }
        Files.delete(folder);
    }

    private static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> parts = Files.list(folder)) {
            return parts.sorted().toList();
        }
    }
}
