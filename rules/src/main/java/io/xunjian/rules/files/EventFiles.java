package io.xunjian.rules.files;

import io.xunjian.rules.event.Stream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder of events: for each stream {@code <stream>.jsonl}, {@code <stream>.jsonl.gz}, or {@code <stream>/*.jsonl[.gz]}.
 */
public final class EventFiles {

    /** One file of a stream. */
    public record EventFile(Stream stream, Path path, long bytes) {

        public boolean isCompressed() {
            return path.toString().endsWith(".gz");
        }
    }

    private EventFiles() {}

    /**
     * Every event file in a folder, by stream and name.
     *
     * @throws NoSuchFileException if there is no such folder
     * @throws NotDirectoryException if it is no folder, or holds no event file
     */
    public static List<EventFile> in(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            throw new NoSuchFileException(folder.toString(), null, "there is no such folder");
        }
        List<EventFile> files = new ArrayList<>();
        for (Stream stream : Stream.values()) {
            add(stream, folder.resolve(stream.topic() + ".jsonl"), files);
            add(stream, folder.resolve(stream.topic() + ".jsonl.gz"), files);
            Path subfolder = folder.resolve(stream.topic());
            if (Files.isDirectory(subfolder)) {
                try (var parts = Files.list(subfolder)) {
                    for (Path part : parts.sorted().toList()) {
                        add(stream, part, files);
                    }
                }
            }
        }
        if (files.isEmpty()) {
            throw new NotDirectoryException(folder.toString());
        }
        return files;
    }

    private static void add(Stream stream, Path path, List<EventFile> files) throws IOException {
        String name = path.getFileName().toString();
        if (Files.isRegularFile(path) && (name.endsWith(".jsonl") || name.endsWith(".jsonl.gz"))) {
            files.add(new EventFile(stream, path, Files.size(path)));
        }
    }
}
