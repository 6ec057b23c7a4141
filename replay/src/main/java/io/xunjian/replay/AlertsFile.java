package io.xunjian.replay;

import io.xunjian.replay.Found.Place;
import io.xunjian.rules.Rules;
import io.xunjian.rules.files.OutFolder;
import io.xunjian.rules.json.AlertJson;
import io.xunjian.rules.trial.Trial;
import io.xunjian.rules.wire.ByteSink;
import io.xunjian.rules.wire.ByteSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Writes breaches as alerts, by raisedAt, then alertId; the candidate's into a file of their own. What both find is one line. */
final class AlertsFile {

    private static final int BLOCK = 1024;
    private static final int BYTES_PER_LINE = 1400;
    private static final long BASELINE = 1L << Trial.BASELINE;
    private static final long CANDIDATE = 1L << Trial.CANDIDATE;

    private final Place[] places;
    private final Trial trial;

    /** @param places in the order of alerts */
    AlertsFile(Place[] places, Trial trial) {
        this.places = places;
        this.trial = trial;
    }

    /** Lines of the baseline's file and of the candidate's. */
    private record Lines(ByteSink baseline, ByteSink candidate) {}

    void write(OutFolder out, Threads threads) throws IOException, TooBigForMemory {
        int blocks = (places.length + BLOCK - 1) / BLOCK;
        try (Outputs outputs = Outputs.of(out, trial)) {
            threads.inOrder(
                    blocks,
                    block -> lines(block * BLOCK, Math.min(places.length, (block + 1) * BLOCK)),
                    lines -> outputs.write(lines));
        }
    }

    private Lines lines(int from, int to) throws IOException {
        int room = (to - from) * BYTES_PER_LINE;
        Lines lines = new Lines(new ByteSink(room), new ByteSink(trial.hasCandidate() ? room : 0));
        ByteSource source = new ByteSource();
        for (int i = from; i < to; i++) {
            int book = Long.numberOfTrailingZeros(places[i].books());
            byte[] line = AlertJson.write(Rules.alert(places[i].read(source), trial.book(book)));
            if (places[i].isOf(BASELINE)) {
                add(line, lines.baseline);
            }
            if (places[i].isOf(CANDIDATE)) {
                add(line, lines.candidate);
            }
        }
        return lines;
    }

    private static void add(byte[] line, ByteSink lines) {
        lines.write(line);
        lines.write('\n');
    }

    /** The files, while they are written. */
    private record Outputs(List<OutputStream> files) implements AutoCloseable {

        static Outputs of(OutFolder out, Trial trial) throws IOException {
            List<OutputStream> files = new ArrayList<>();
            files.add(Files.newOutputStream(out.unfinished(OutFolder.ALERTS)));
            if (trial.hasCandidate()) {
                files.add(Files.newOutputStream(out.unfinished(OutFolder.CANDIDATE_ALERTS)));
            }
            return new Outputs(files);
        }

        void write(Lines lines) throws IOException {
            files.get(Trial.BASELINE).write(lines.baseline.bytes(), 0, lines.baseline.length());
            if (files.size() > 1) {
                files.get(Trial.CANDIDATE).write(lines.candidate.bytes(), 0, lines.candidate.length());
            }
        }

        @Override
        public void close() throws IOException {
            for (OutputStream file : files) {
                file.close();
            }
        }
    }
}
