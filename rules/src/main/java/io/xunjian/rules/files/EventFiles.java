package io.xunjian.rules.files;

import io.xunjian.rules.event.Stream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A folder of events: for each stream {@code <stream>.jsonl}, {@code <stream>.jsonl.gz}, or {@code <stream>/*.jsonl[.gz]},
 * hidden files left out.
 */
public final class EventFiles {

    /**
     * One file of a stream.
     *
     * @param name its path within the folder, with slashes
     */
    public record EventFile(Stream stream, Path path, String name, long bytes) {

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
            add(stream, folder, stream.topic() + ".jsonl", files);
            add(stream, folder, stream.topic() + ".jsonl.gz", files);
            Path subfolder = folder.resolve(stream.topic());
            if (Files.isDirectory(subfolder)) {
                try (var parts = Files.list(subfolder)) {
                    for (Path part :
                            parts.filter(part -> !isHidden(part)).sorted().toList()) {
                        add(stream, folder, stream.topic() + '/' + part.getFileName(), files);
                    }
                }
            }
        }
        if (files.isEmpty()) {
            throw new NotDirectoryException(folder.toString());
        }
        return files;
    }

    private static boolean isHidden(Path part) {
        return part.getFileName().toString().startsWith(".");
    }

    /** The stream whose file has that name within a folder of events. */
    public static Stream streamOf(String name) {
        String topic = name.split("[/.]", 2)[0];
        return Stream.valueOf(topic.toUpperCase(Locale.ROOT));
    }

    private static void add(Stream stream, Path folder, String name, List<EventFile> files) throws IOException {
        Path path = folder.resolve(name);
        if (Files.isRegularFile(path) && (name.endsWith(".jsonl") || name.endsWith(".jsonl.gz"))) {
            files.add(new EventFile(stream, path, name, Files.size(path)));
        }
    }
}
