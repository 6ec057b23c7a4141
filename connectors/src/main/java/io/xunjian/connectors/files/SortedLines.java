package io.xunjian.connectors.files;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
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

    private static final long WINDOW = 1L << 30;

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
        try (FileChannel from = FileChannel.open(unsorted);
                OutputStream sorted = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            MappedByteBuffer[] windows = windows(from);
            for (Place<K> place : places) {
                sorted.write(line(place, windows, from));
                sorted.write('\n');
            }
        }
    }

    /** The file as memory: a line's place in it is anywhere, and to ask the system for each takes longer than all else. */
    private static MappedByteBuffer[] windows(FileChannel file) throws IOException {
        MappedByteBuffer[] windows = new MappedByteBuffer[(int) ((file.size() + WINDOW - 1) / WINDOW)];
        for (int i = 0; i < windows.length; i++) {
            long start = i * WINDOW;
            windows[i] = file.map(FileChannel.MapMode.READ_ONLY, start, Math.min(WINDOW, file.size() - start));
        }
        return windows;
    }

    private static byte[] line(Place<?> place, MappedByteBuffer[] windows, FileChannel file) throws IOException {
        byte[] line = new byte[place.length];
        MappedByteBuffer window = windows[(int) (place.offset / WINDOW)];
        int at = (int) (place.offset % WINDOW);
        if (at + line.length <= window.limit()) {
            window.get(at, line);
        } else {
            ByteBuffer into = ByteBuffer.wrap(line); // it runs on in the next window
            while (into.hasRemaining() && file.read(into, place.offset + into.position()) >= 0) {}
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(unsorted);
    }
}
