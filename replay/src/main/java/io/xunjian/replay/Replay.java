package io.xunjian.replay;

import io.xunjian.rules.Finding;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Rules;
import io.xunjian.rules.RulesOfKind;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.files.AlertTotals;
import io.xunjian.rules.files.EventFiles.EventFile;
import io.xunjian.rules.files.OutFolder;
import io.xunjian.rules.files.Summary;
import io.xunjian.rules.files.Tally;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Judges a whole history at once: every event is joined to its key's facts, then each key is judged once, at the horizon.
 * All of it in memory, on all cores. It finds what the live run of the same events found, because facts and rules know
 * nothing of who runs them.
 */
public final class Replay {

    private final RuleBook book;
    private final long until;
    private final int threadCount;
    private final Progress progress;
    private final List<FactTable<?>> tables = new ArrayList<>();

    /**
     * Makes a replay; it runs once.
     *
     * @param until the horizon in epoch ms, {@link Instants#NEVER} for the greatest event time
     */
    public Replay(RuleBook book, long until, int threadCount, Progress progress) {
        this.book = book;
        this.until = until;
        this.threadCount = threadCount;
        this.progress = progress;
        MemoryGuard memory = new MemoryGuard();
        for (RulesOfKind<?> rules : Rules.byKind()) {
            tables.add(new FactTable<>(rules, memory));
        }
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
        try (Threads threads = new Threads(threadCount)) {
            List<Worker> workers;
            try (DeadLetterFile letters = new DeadLetterFile(out.unfinished(OutFolder.DEAD_LETTERS), parts)) {
                workers = read(parts, letters, threads);
            }
            long latest = workers.stream().mapToLong(Worker::latest).max().orElse(Instants.BEFORE_ALL);
            long horizon = until == Instants.NEVER ? latest : until;
            List<Finding> findings = judge(horizon, threads);
            AlertsFile.write(findings, book, out.unfinished(OutFolder.ALERTS), threads);
            Summary summary = summary(horizon, workers, findings);
            out.finish(OutFolder.DEAD_LETTERS);
            out.finish(OutFolder.ALERTS);
            out.write(summary);
            return summary;
        }
    }

    private List<Worker> read(List<Part> parts, DeadLetterFile letters, Threads threads)
            throws IOException, TooBigForMemory {
        Map<Stream, FactTable<?>[]> byStream = tablesByStream();
        long allBytes = parts.stream().mapToLong(Part::bytes).sum();
        AtomicInteger next = new AtomicInteger();
        AtomicLong bytes = new AtomicLong();
        AtomicLong records = new AtomicLong();
        List<Callable<Worker>> tasks = new ArrayList<>();
        for (int i = 0; i < threads.count(); i++) {
            tasks.add(() -> {
                Worker worker = new Worker(byStream, until, letters);
                for (int at = next.getAndIncrement(); at < parts.size(); at = next.getAndIncrement()) {
                    long before = worker.records();
                    worker.read(parts.get(at));
                    long recordsNow = records.addAndGet(worker.records() - before);
                    progress.read(bytes.addAndGet(parts.get(at).bytes()), allBytes, recordsNow);
                }
                return worker;
            });
        }
        return threads.run(tasks);
    }

    private Map<Stream, FactTable<?>[]> tablesByStream() {
        List<RulesOfKind<?>> kinds = Rules.byKind();
        Map<Stream, FactTable<?>[]> byStream = new EnumMap<>(Stream.class);
        for (Stream stream : Stream.values()) {
            byStream.put(
                    stream,
                    IntStream.range(0, kinds.size())
                            .filter(i -> kinds.get(i).kind().streams().contains(stream))
                            .mapToObj(tables::get)
                            .toArray(FactTable<?>[]::new));
        }
        return byStream;
    }

    /** Judges kind after kind; what one finds is told to those that take findings. */
    private List<Finding> judge(long horizon, Threads threads) throws IOException, TooBigForMemory {
        List<FactTable<?>> takers =
                tables.stream().filter(FactTable::takesFindings).toList();
        List<Finding> all = new ArrayList<>();
        for (FactTable<?> table : tables) {
            boolean isHeard = table.isHeard();
            List<Callable<List<Finding>>> stripes = new ArrayList<>();
            for (int i = 0; i < FactTable.STRIPES; i++) {
                int stripe = i;
                stripes.add(() -> {
                    List<Finding> findings = new ArrayList<>();
                    table.judge(stripe, horizon, book, findings::add);
                    if (isHeard) {
                        tell(takers, findings);
                    }
                    findings.removeIf(finding -> !Rules.isBreach(finding));
                    return findings;
                });
            }
            threads.run(stripes).forEach(all::addAll);
        }
        return all;
    }

    private static void tell(List<FactTable<?>> takers, List<Finding> findings) throws TooBigForMemory {
        for (Finding finding : findings) {
            Event event = Event.of(finding);
            for (FactTable<?> taker : takers) {
                taker.add(event);
            }
        }
    }

    private static Summary summary(long horizon, List<Worker> workers, List<Finding> findings) {
        Tally tally = new Tally();
        workers.forEach(worker -> tally.add(worker.tally()));
        AlertTotals alerts = new AlertTotals();
        findings.forEach(alerts::add);
        return new Summary(horizon, alerts, tally);
    }
}
