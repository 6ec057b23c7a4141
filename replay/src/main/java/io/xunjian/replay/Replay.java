package io.xunjian.replay;

import io.xunjian.replay.Found.Place;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Rules;
import io.xunjian.rules.RulesOfKind;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.files.EventFiles.EventFile;
import io.xunjian.rules.files.OutFolder;
import io.xunjian.rules.files.Summary;
import io.xunjian.rules.files.Tally;
import io.xunjian.rules.trial.Trial;
import io.xunjian.rules.trial.TrialCounter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Judges a whole history at once: every event is joined to its key's facts, then each key is judged once, at the horizon.
 * All of it in memory, on all cores. It finds what the live run of the same events found, because facts and rules know
 * nothing of who runs them.
 */
public final class Replay {

    private final Trial trial;
    private final long until;
    private final int threadCount;
    private final Progress progress;
    private final MemoryGuard memory = new MemoryGuard();

    /**
     * Makes a replay; it runs once.
     *
     * @param until the horizon in epoch ms, {@link Instants#NEVER} for the greatest event time
     */
    public Replay(Trial trial, long until, int threadCount, Progress progress) {
        this.trial = trial;
        this.until = until;
        this.threadCount = threadCount;
        this.progress = progress;
    }

    /**
     * Reads the files, judges, and writes what was found.
     *
     * @throws TooBigForMemory if the facts do not fit
     * @throws IOException if a file cannot be read or written; its message says which
     */
    public Summary run(List<EventFile> files, OutFolder out) throws IOException, TooBigForMemory {
        out.prepare();
        List<Part> parts = Part.of(files);
        List<KindHistory<?>> kinds = kinds(parts);
        try (Threads threads = new Threads(threadCount)) {
            List<EventReader> readers;
            try (DeadLetterFile letters = new DeadLetterFile(out.unfinished(OutFolder.DEAD_LETTERS), parts)) {
                readers = read(parts, kinds, letters, threads);
            }
            long latest = readers.stream().mapToLong(EventReader::latest).max().orElse(Instants.BEFORE_ALL);
            long horizon = until == Instants.NEVER ? latest : until;
            List<KindJudge> judges = judge(kinds, horizon, threads);
            write(inOrder(judges), out, threads);
            Summary summary = summary(horizon, readers, judges);
            out.finish(summary);
            return summary;
        }
    }

    private static Place[] inOrder(List<KindJudge> judges) {
        Place[] places = judges.stream()
                .flatMap(judge -> judge.found().places().stream())
                .toArray(Place[]::new);
        Arrays.parallelSort(places);
        return places;
    }

    private void write(Place[] places, OutFolder out, Threads threads) throws IOException, TooBigForMemory {
        new AlertsFile(places, trial).write(out, threads);
        if (trial.hasCandidate()) {
            new DiffFile(places, trial).write(out, threads);
        }
    }

    private List<KindHistory<?>> kinds(List<Part> parts) {
        int partitions = Partitioning.countFor(parts);
        List<KindHistory<?>> kinds = new ArrayList<>();
        for (RulesOfKind<?> rules : Rules.byKind()) {
            kinds.add(new KindHistory<>(rules, trial, partitions, memory));
        }
        return kinds;
    }

    private List<EventReader> read(
            List<Part> parts, List<KindHistory<?>> kinds, DeadLetterFile letters, Threads threads)
            throws IOException, TooBigForMemory {
        long allBytes = parts.stream().mapToLong(Part::bytes).sum();
        AtomicInteger next = new AtomicInteger();
        AtomicLong bytes = new AtomicLong();
        AtomicLong records = new AtomicLong();
        return threads.onEach(() -> {
            EventReader reader = new EventReader(byStream(kinds), until, letters);
            for (int at = next.getAndIncrement(); at < parts.size(); at = next.getAndIncrement()) {
                long before = reader.records();
                reader.read(parts.get(at));
                long recordsNow = records.addAndGet(reader.records() - before);
                progress.read(bytes.addAndGet(parts.get(at).bytes()), allBytes, recordsNow);
            }
            return reader;
        });
    }

    /** Where one thread puts the events of each stream. */
    private Map<Stream, PartitionedEvents[]> byStream(List<KindHistory<?>> kinds) {
        Map<KindHistory<?>, PartitionedEvents> ofThread = new HashMap<>();
        kinds.forEach(kind -> ofThread.put(kind, kind.forThread(trial.all())));
        Map<Stream, PartitionedEvents[]> byStream = new EnumMap<>(Stream.class);
        for (Stream stream : Stream.values()) {
            byStream.put(
                    stream,
                    kinds.stream()
                            .filter(kind -> kind.kind().streams().contains(stream))
                            .map(ofThread::get)
                            .toArray(PartitionedEvents[]::new));
        }
        return byStream;
    }

    /** Judges kind after kind; what one finds is told to those that take findings. */
    private List<KindJudge> judge(List<KindHistory<?>> kinds, long horizon, Threads threads)
            throws IOException, TooBigForMemory {
        List<KindHistory<?>> takers =
                kinds.stream().filter(kind -> kind.kind().takesFindings()).toList();
        List<KindJudge> judges = new ArrayList<>();
        for (KindHistory<?> kind : kinds) {
            AtomicInteger next = new AtomicInteger();
            judges.addAll(threads.onEach(() -> {
                List<KindHistory<?>> listening = kind.isHeard() ? takers : List.of();
                KindJudge judge = new KindJudge(horizon, trial, listening, memory);
                for (int at = next.getAndIncrement(); at < kind.partitionCount(); at = next.getAndIncrement()) {
                    judge.judge(kind, at);
                }
                return judge;
            }));
        }
        return judges;
    }

    private Summary summary(long horizon, List<EventReader> readers, List<KindJudge> judges) {
        Tally tally = new Tally();
        TrialCounter counter = new TrialCounter(trial);
        readers.forEach(reader -> tally.add(reader.tally()));
        judges.forEach(judge -> {
            tally.add(judge.tally());
            counter.add(judge.found().counter());
        });
        return new Summary(horizon, trial, counter.totals(), tally);
    }
}
