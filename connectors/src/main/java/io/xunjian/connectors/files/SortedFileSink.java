package io.xunjian.connectors.files;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Comparator;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Writes a bounded stream into one file, sorted, when it ends. For a parallelism of one. A writer that starts again writes
 * the file again.
 */
final class SortedFileSink<T, K> implements Sink<T> {

    /** What of a value decides its place. */
    @FunctionalInterface
    interface KeyOf<T, K> extends Serializable {
        K of(T value);
    }

    /** A comparator that can be shipped. */
    interface Order<K> extends Comparator<K>, Serializable {}

    /** A value's line, without its end. */
    @FunctionalInterface
    interface Line<T> extends Serializable {
        byte[] of(T value);
    }

    private final String file;
    private final KeyOf<T, K> keyOf;
    private final Order<K> order;
    private final Line<T> line;

    SortedFileSink(Path file, KeyOf<T, K> keyOf, Order<K> order, Line<T> line) {
        this.file = file.toString();
        this.keyOf = keyOf;
        this.order = order;
        this.line = line;
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) throws IOException {
        SortedLines<K> lines = new SortedLines<>(Path.of(file), order);
        return new SinkWriter<>() {
            @Override
            public void write(T value, Context place) throws IOException {
                lines.add(keyOf.of(value), line.of(value));
            }

            @Override
            public void flush(boolean endOfInput) throws IOException {
                if (endOfInput) {
                    lines.finish();
                }
            }

            @Override
            public void close() throws IOException {
                lines.close();
            }
        };
    }
}
