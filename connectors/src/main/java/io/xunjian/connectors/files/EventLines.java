package io.xunjian.connectors.files;

import io.xunjian.connectors.Received;
import io.xunjian.connectors.Receiver;
import io.xunjian.rules.files.EventFiles;
import io.xunjian.rules.files.LineReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.ArrayResultIterator;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;

/** Reads a folder of events for Flink: plain files in parts, compressed ones whole. */
final class EventLines implements BulkFormat<Received, FileSourceSplit> {

    private static final int AT_A_TIME = 1024;

    private final String folder;
    private final TypeInformation<Received> type;

    EventLines(Path folder, TypeInformation<Received> type) {
        this.folder = folder.toString();
        this.type = type;
    }

    @Override
    public Lines createReader(Configuration config, FileSourceSplit split) throws IOException {
        return new Lines(Path.of(folder), split);
    }

    @Override
    public Lines restoreReader(Configuration config, FileSourceSplit split) throws IOException {
        Lines lines = createReader(config, split);
        lines.skip(split.getReaderPosition()
                .map(CheckpointedPosition::getRecordsAfterOffset)
                .orElse(0L));
        return lines;
    }

    @Override
    public boolean isSplittable() {
        return true;
    }

    @Override
    public TypeInformation<Received> getProducedType() {
        return type;
    }

    /** The lines of one split. */
    static final class Lines implements BulkFormat.Reader<Received> {

        private final Path file;
        private final String name;
        private final long start;
        private final LineReader lines;
        private final Receiver receiver;
        private long records;

        /** How many lines lie before the split; counted when a dead letter wants to know. */
        private long linesBefore = -1;

        Lines(Path folder, FileSourceSplit split) throws IOException {
            file = Path.of(split.path().getPath());
            name = folder.toAbsolutePath().normalize().relativize(file).toString();
            start = split.offset();
            receiver = new Receiver(EventFiles.streamOf(name));
            lines = name.endsWith(".gz")
                    ? LineReader.ofCompressed(file)
                    : LineReader.ofPart(file, start, start + split.length());
        }

        void skip(long recordsRead) throws IOException {
            while (records < recordsRead && lines.next()) {
                records++;
            }
        }

        @Override
        public BulkFormat.RecordIterator<Received> readBatch() throws IOException {
            Received[] batch = new Received[AT_A_TIME];
            int size = 0;
            while (size < AT_A_TIME && lines.next()) {
                batch[size++] = received();
            }
            if (size == 0) {
                return null;
            }
            ArrayResultIterator<Received> iterator = new ArrayResultIterator<>();
            iterator.set(batch, size, CheckpointedPosition.NO_OFFSET, records);
            records += size;
            return iterator;
        }

        private Received received() throws IOException {
            Received received = receiver.receive(lines.buffer(), lines.from(), lines.length(), name, 0, lines.line());
            return received.letter() == null
                    ? received
                    : new Received(received.stream(), null, received.letter().movedBy(linesBefore()), 0);
        }

        /** The lines that end before the split, and the one that runs into it: the split before has read that. */
        private long linesBefore() throws IOException {
            if (linesBefore < 0) {
                linesBefore = 0;
                byte last = '\n';
                try (InputStream before = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
                    for (long left = start; left > 0; left--) {
                        last = (byte) before.read();
                        linesBefore += last == '\n' ? 1 : 0;
                    }
                }
                linesBefore += last == '\n' ? 0 : 1;
            }
            return linesBefore;
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
