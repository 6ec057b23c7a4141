package io.xunjian.replay;

import io.xunjian.rules.FactKind;
import io.xunjian.rules.Finding;
import io.xunjian.rules.Rules;
import io.xunjian.rules.RulesOfKind;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.files.Count;
import io.xunjian.rules.files.Tally;
import io.xunjian.rules.trial.KindTrial;
import io.xunjian.rules.trial.Trial;
import io.xunjian.rules.trial.Tried;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * All events of one kind of facts, in partitions by key. A partition is joined and judged by itself, and is small enough
 * for a processor's cache: a table of all keys would wait for memory at each event.
 */
final class KindHistory<F> {

    private final RulesOfKind<F> rules;
    private final FactKind<F> kind;
    private final Trial trial;
    private final KindTrial<F> judging;
    private final int partitionCount;
    private final MemoryGuard memory;
    private final List<Share> shares = new ArrayList<>();

    /** What one thread added for some books. */
    private record Share(long books, PartitionedEvents events) {}

    /** @param partitionCount a power of two, from 2 */
    KindHistory(RulesOfKind<F> rules, Trial trial, int partitionCount, MemoryGuard memory) {
        this.rules = rules;
        this.kind = rules.kind();
        this.trial = trial;
        this.judging = new KindTrial<>(rules, trial);
        this.partitionCount = partitionCount;
        this.memory = memory;
    }

    FactKind<F> kind() {
        return kind;
    }

    int partitionCount() {
        return partitionCount;
    }

    /**
     * A place for the events that one thread adds.
     *
     * @param books those for which the events are facts
     */
    synchronized PartitionedEvents forThread(long books) {
        PartitionedEvents events = new PartitionedEvents(kind, partitionCount, memory);
        shares.add(new Share(books, events));
        return events;
    }

    /** Whether other kinds take what is found in this one. */
    boolean isHeard() {
        return Rules.areHeard(rules);
    }

    /** Takes what some books find; refuses it where memory is at its end. */
    @FunctionalInterface
    interface Finder {
        void found(Finding finding, long books) throws TooBigForMemory;
    }

    /** Joins the events of a partition, judges every key at the horizon, and forgets them. */
    void judge(int partition, long horizon, Tally tally, Finder finder) throws TooBigForMemory {
        Map<String, F> facts = new HashMap<>();
        Map<String, F[]> ofBooks = new HashMap<>();
        take(partition, share -> share.books == trial.all(), (event, books) -> join(event, facts, tally));
        take(partition, share -> share.books != trial.all(), (event, books) -> join(event, books, facts, ofBooks));
        for (Map.Entry<String, F> key : facts.entrySet()) {
            tell(judging.judge(key.getKey(), key.getValue(), horizon), finder);
        }
        for (Map.Entry<String, F[]> key : ofBooks.entrySet()) {
            tell(judging.judge(key.getKey(), key.getValue(), horizon), finder);
        }
    }

    private static void tell(List<Tried<Finding>> found, Finder finder) throws TooBigForMemory {
        for (Tried<Finding> tried : found) {
            finder.found(tried.what(), tried.books());
        }
    }

    /** Takes an event that is a fact for some books. */
    @FunctionalInterface
    private interface Joiner {
        void join(Event event, long books);
    }

    private void take(int partition, Predicate<Share> which, Joiner joiner) {
        try {
            for (Share share : shares) {
                if (which.test(share)) {
                    PackedEvents events = share.events.of(partition);
                    events.forEach(event -> joiner.join(event, share.books));
                    events.clear();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail", e);
        }
    }

    private void join(Event event, Map<String, F> facts, Tally tally) {
        String key = kind.keyOf(event);
        F known = facts.get(key);
        boolean isKnown = known != null && kind.contains(known, event);
        if (!isKnown) {
            F fact = kind.of(event);
            facts.put(key, known == null ? fact : kind.join(known, fact));
        }
        if (event.type().stream() != null && Rules.isFirstToTake(kind, event)) {
            tally.count(event.type().stream(), isKnown ? Count.DUPLICATES : Count.USED);
        }
    }

    /** Of a key whose facts differ by book, all of them stand in {@code ofBooks}. */
    private void join(Event event, long books, Map<String, F> facts, Map<String, F[]> ofBooks) {
        String key = kind.keyOf(event);
        judging.join(ofBooks.computeIfAbsent(key, one -> judging.forEach(facts.remove(one))), event, books);
    }
}
