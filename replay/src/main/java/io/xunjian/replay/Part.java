package io.xunjian.replay;

import io.xunjian.rules.event.Stream;
import io.xunjian.rules.files.EventFiles.EventFile;
import io.xunjian.rules.files.LineReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What one thread reads at a time: some megabytes of a plain file, or the whole of a compressed one.
 *
 * @param index its place among all parts
 * @param name of the file within its folder
 * @param start of its first line, in bytes
 * @param end before which its last line begins
 */
record Part(int index, Stream stream, Path file, String name, long start, long end, boolean isCompressed) {

    private static final long SIZE = 8L << 20;

    static List<Part> of(List<EventFile> files) {
        List<Part> parts = new ArrayList<>();
        for (EventFile file : files) {
            long size = file.isCompressed() ? Math.max(1, file.bytes()) : SIZE;
            for (long start = 0; start < file.bytes(); start += size) {
                long end = Math.min(start + size, file.bytes());
                parts.add(new Part(
                        parts.size(), file.stream(), file.path(), file.name(), start, end, file.isCompressed()));
            }
        }
        return parts;
    }

    LineReader open() throws IOException {
        return isCompressed ? LineReader.ofCompressed(file) : LineReader.ofPart(file, start, end);
    }

    boolean startsFile() {
        return start == 0;
    }

    long bytes() {
        return end - start;
    }
}
