package io.xunjian.connectors.files;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Writes lines in the order of their keys, though they come in any: the lines wait in a file, only keys and places are kept
 * in memory (some 100 bytes a line).
 */
final class SortedLines<K> implements Closeable {

    private record Place<K>(K key, long offset, int length) {}

    private final Path file;
    private final Path unsorted;
    private final Comparator<K> order;
    private final OutputStream out;
    private final List<Place<K>> places = new ArrayList<>();
    private long offset;

    SortedLines(Path file, Comparator<K> order) throws IOException {
        this.file = file;
        this.order = order;
        this.unsorted = file.resolveSibling(file.getFileName() + ".unsorted");
        this.out = new BufferedOutputStream(Files.newOutputStream(unsorted), 1 << 16);
    }

    void add(K key, byte[] line) throws IOException {
        out.write(line);
        places.add(new Place<>(key, offset, line.length));
        offset += line.length;
    }

    /** Writes the file. */
    void finish() throws IOException {
        out.close();
        places.sort(Comparator.comparing(Place::key, order));
        try (RandomAccessFile from = new RandomAccessFile(unsorted.toFile(), "r");
                OutputStream sorted = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            for (Place<K> place : places) {
                byte[] line = new byte[place.length];
                from.seek(place.offset);
                from.readFully(line);
                sorted.write(line);
                sorted.write('\n');
            }
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(unsorted);
    }
}
