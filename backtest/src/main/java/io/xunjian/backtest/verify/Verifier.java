package io.xunjian.backtest.verify;

import io.xunjian.backtest.KeyEvents;
import io.xunjian.backtest.KeyEvents.KeyOfKind;
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
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Computes alerts again, each from the events that it names and from all events of its keys, and compares every field. An
 * alert holds when all events of its keys give it; whether its evidence alone does is told too. What does not fit into memory
 * at once is done in shares, for each of which the events are read again.
 */
public final class Verifier {

    /** What is kept of events and alerts takes about what they take in their files; the rest of the heap is for the work. */
    private static final long SHARE_BYTES = Runtime.getRuntime().maxMemory() / 3;

    private static final int COMPRESSION = 10;

    /**
     * A line of the file; as bytes it takes a tenth of what it takes when it is read.
     *
     * @param names of the keys that it rests on
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Line(long number, byte[] bytes, Set<KeyName> names) {

        static Line of(long number, byte[] bytes) {
            return new Line(number, bytes, Set.copyOf(new Claim(number, Claim.json(bytes)).names()));
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
                if (Math.floorMod(Claim.subjectId(bytes).hashCode(), shares) == share) {
                    ofShare.add(Line.of(lines.line(), bytes));
                }
            }
        }
        return ofShare;
    }

    private void verify(List<Line> lines) throws IOException {
        Set<KeyName> names = new HashSet<>();
        lines.forEach(line -> names.addAll(line.names));
        KeyEvents events = KeyEvents.read(files, until, names);
        horizon = events.horizon();
        Map<Set<KeyOfKind>, List<Line>> byKeys =
                lines.stream().collect(Collectors.groupingBy(line -> events.keys(line.names)));
        byKeys.entrySet().parallelStream()
                .flatMap(group -> outcomes(group.getKey(), group.getValue(), events))
                .toList()
                .forEach(this::count);
    }

    /** What rests on the same keys is computed together. */
    private Stream<Outcome> outcomes(Set<KeyOfKind> keys, List<Line> lines, KeyEvents events) {
        Recomputation recomputation = new Recomputation(keys, events, book);
        return lines.stream()
                .map(line -> recomputation.outcome(new Claim(line.number, Claim.json(line.bytes)), line.bytes));
    }

    private void count(Outcome outcome) {
        switch (outcome.kind()) {
            case HOLDS_BY_EVIDENCE -> byEvidence++;
            case HOLDS_BY_KEY -> byKey++;
            case REJECTED -> rejected.add(outcome.rejection());
        }
    }
}
