package io.xunjian.backtest.report;

import io.xunjian.rules.files.LineReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;

/** Adds up a file of alerts on all cores, a part of it at a time. */
final class AlertsReader {

    private static final long PART = 1L << 23;

    private AlertsReader() {}

    static AlertFigures read(Path file) throws IOException {
        return read(file, PART);
    }

    /** @param bytes of a part */
    static AlertFigures read(Path file, long bytes) throws IOException {
        long size = Files.size(file);
        try {
            return LongStream.rangeClosed(0, size / bytes)
                    .parallel()
                    .collect(
                            AlertFigures::new,
                            (figures, part) -> addPart(file, part * bytes, Math.min(size, (part + 1) * bytes), figures),
                            AlertFigures::add);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void addPart(Path file, long start, long end, AlertFigures figures) {
        AlertLineReader reader = new AlertLineReader();
        try (LineReader lines = LineReader.ofPart(file, start, end)) {
            while (lines.next()) {
                figures.add(reader.read(lines.buffer(), lines.from(), lines.length()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
