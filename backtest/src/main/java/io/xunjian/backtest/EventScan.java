package io.xunjian.backtest;

import io.xunjian.rules.event.Event;
import io.xunjian.rules.files.EventFiles.EventFile;
import io.xunjian.rules.files.LineReader;
import io.xunjian.rules.json.EventDecoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads every event of a folder, on all cores, in no order. What is no event is passed over: a backtest tells of it. */
final class EventScan {

    private static final long PART_BYTES = 8L << 20;

    /** Some lines of a file: those that begin in {@code [start, end)}. */
    private record Part(EventFile file, long start, long end) {}

    private EventScan() {}

    /**
     * Gives each event once for each time that it was delivered.
     *
     * @param taker may be called by several threads at once
     */
    static void each(List<EventFile> files, Consumer<Event> taker) throws IOException {
        try {
            parts(files).parallelStream().forEach(part -> read(part, taker));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static List<Part> parts(List<EventFile> files) {
        List<Part> parts = new ArrayList<>();
        for (EventFile file : files) {
            long size = file.isCompressed() ? Math.max(1, file.bytes()) : PART_BYTES;
            for (long start = 0; start < file.bytes(); start += size) {
                parts.add(new Part(file, start, Math.min(start + size, file.bytes())));
            }
        }
        return parts;
    }

    private static void read(Part part, Consumer<Event> taker) {
        EventDecoder decoder = new EventDecoder(part.file.stream());
        try (LineReader lines = open(part)) {
            while (lines.next()) {
                Event event = decoder.decode(lines.buffer(), lines.from(), lines.length());
                if (event != null) {
                    taker.accept(event);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LineReader open(Part part) throws IOException {
        return part.file.isCompressed()
                ? LineReader.ofCompressed(part.file.path())
                : LineReader.ofPart(part.file.path(), part.start, part.end);
    }
}
