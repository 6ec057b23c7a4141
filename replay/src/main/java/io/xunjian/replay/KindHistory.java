package io.xunjian.replay;

import io.xunjian.rules.FactKind;
import io.xunjian.rules.Finding;
import io.xunjian.rules.Rules;
import io.xunjian.rules.RulesOfKind;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.files.Count;
import io.xunjian.rules.files.Tally;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All events of one kind of facts, in partitions by key. A partition is joined and judged by itself, and is small enough
 * for a processor's cache: a table of all keys would wait for memory at each event.
 */
final class KindHistory<F> {

    private final RulesOfKind<F> rules;
    private final FactKind<F> kind;
    private final int partitionCount;
    private final MemoryGuard memory;
    private final List<PartitionedEvents> ofThreads = new ArrayList<>();

    /** @param partitionCount a power of two, from 2 */
    KindHistory(RulesOfKind<F> rules, int partitionCount, MemoryGuard memory) {
        this.rules = rules;
        this.kind = rules.kind();
        this.partitionCount = partitionCount;
        this.memory = memory;
    }

    FactKind<F> kind() {
        return kind;
    }

    int partitionCount() {
        return partitionCount;
    }

    /** A place for the events that one thread adds. */
    synchronized PartitionedEvents forThread() {
        PartitionedEvents events = new PartitionedEvents(kind, partitionCount, memory);
        ofThreads.add(events);
        return events;
    }

    /** Whether other kinds take what is found in this one. */
    boolean isHeard() {
        return Rules.areHeard(rules);
    }

    /** Takes a finding; refuses it where memory is at its end. */
    @FunctionalInterface
    interface Finder {
        void found(Finding finding) throws TooBigForMemory;
    }

    /** Joins the events of a partition, judges every key at the horizon, and forgets them. */
    void judge(int partition, long horizon, RuleBook book, Tally tally, Finder finder) throws TooBigForMemory {
        for (Map.Entry<String, F> key : joined(partition, tally).entrySet()) {
            for (Finding finding :
                    rules.judge(key.getKey(), key.getValue(), horizon, book).findings()) {
                finder.found(finding);
            }
        }
    }

    private Map<String, F> joined(int partition, Tally tally) {
        Map<String, F> facts = new HashMap<>();
        try {
            for (PartitionedEvents ofThread : ofThreads) {
                PackedEvents events = ofThread.of(partition);
                events.forEach(event -> join(event, facts, tally));
                events.clear();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail", e);
        }
        return facts;
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
}
