package io.xunjian.backtest.verify;

import io.xunjian.backtest.KeyEvents;
import io.xunjian.backtest.KeyName;
import io.xunjian.backtest.verify.Recomputation.Outcome;
import io.xunjian.backtest.verify.Verification.Rejection;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.files.EventFiles.EventFile;
import io.xunjian.rules.files.LineReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Computes alerts again, each from the events that it names and from all events of its keys, and compares every field. An
 * alert holds when all events of its keys give it; whether its evidence alone does is told too. What does not fit into memory
 * at once is done in shares, for each of which the events are read again.
 */
public final class Verifier {

    /** What is kept of events and alerts takes about what they take in their files; the rest of the heap is for the work. */
    private static final long SHARE_BYTES = Runtime.getRuntime().maxMemory() / 3;

    private static final int COMPRESSION = 10;

    /** A line of the file; as bytes it takes a tenth of what it takes when it is read. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Line(long number, byte[] bytes) {

        Claim claim() {
            return new Claim(number, Claim.json(bytes));
        }
    }

    private final List<EventFile> files;
    private final long until;
    private final RuleBook book;
    private final List<Rejection> rejected = new ArrayList<>();
    private long horizon;
    private long byEvidence;
    private long byKey;

    private Verifier(List<EventFile> files, long until, RuleBook book) {
        this.files = files;
        this.until = until;
        this.book = book;
    }

    /**
     * Verifies a file of alerts, {@code alerts.jsonl} or {@code alerts.jsonl.gz}.
     *
     * @param until the horizon in epoch ms, {@link io.xunjian.rules.Instants#NEVER} for the greatest event time
     */
    public static Verification verify(Path alerts, List<EventFile> files, long until, RuleBook book)
            throws IOException {
        long bytes = Files.size(alerts);
        for (EventFile file : files) {
            bytes += file.bytes() * (file.isCompressed() ? COMPRESSION : 1);
        }
        return verify(alerts, files, until, book, (int) (bytes / SHARE_BYTES) + 1);
    }

    static Verification verify(Path alerts, List<EventFile> files, long until, RuleBook book, int shares)
            throws IOException {
        Verifier verifier = new Verifier(files, until, book);
        for (int share = 0; share < shares; share++) {
            verifier.verify(lines(alerts, share, shares));
        }
        verifier.rejected.sort(Comparator.comparingLong(Rejection::line));
        return new Verification(verifier.horizon, verifier.byEvidence, verifier.byKey, verifier.rejected);
    }

    private static List<Line> lines(Path alerts, int share, int shares) throws IOException {
        List<Line> ofShare = new ArrayList<>();
        try (LineReader lines = alerts.toString().endsWith(".gz")
                ? LineReader.ofCompressed(alerts)
                : LineReader.ofPart(alerts, 0, Files.size(alerts))) {
            while (lines.next()) {
                byte[] bytes = Arrays.copyOfRange(lines.buffer(), lines.from(), lines.from() + lines.length());
                Line line = new Line(lines.line(), bytes);
                if (Math.floorMod(Claim.subjectId(bytes).hashCode(), shares) == share) {
                    ofShare.add(line);
                }
            }
        }
        return ofShare;
    }

    private void verify(List<Line> lines) throws IOException {
        Set<KeyName> names = new HashSet<>();
        lines.forEach(line -> names.addAll(line.claim().names()));
        KeyEvents events = KeyEvents.read(files, until, names);
        horizon = events.horizon();
        lines.parallelStream()
                .map(line -> new Recomputation(line.claim(), line.bytes, events, book).outcome())
                .toList()
                .forEach(this::count);
    }

    private void count(Outcome outcome) {
        switch (outcome.kind()) {
            case HOLDS_BY_EVIDENCE -> byEvidence++;
            case HOLDS_BY_KEY -> byKey++;
            case REJECTED -> rejected.add(outcome.rejection());
        }
    }
}
