package io.xunjian.replay;

import io.xunjian.rules.Finding;
import io.xunjian.rules.Rules;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.files.Tally;
import java.util.List;

/** One thread's share of judging a kind: keeps the breaches, and tells other kinds what they listen for. */
final class KindJudge {

    private final long horizon;
    private final RuleBook book;
    private final List<PartitionedEvents> listening;
    private final Found found;
    private final Tally tally = new Tally();

    /** @param listening the kinds that take what is found */
    KindJudge(long horizon, RuleBook book, List<KindHistory<?>> listening, MemoryGuard memory) {
        this.horizon = horizon;
        this.book = book;
        this.listening = listening.stream().map(KindHistory::forThread).toList();
        this.found = new Found(memory);
    }

    void judge(KindHistory<?> kind, int partition) throws TooBigForMemory {
        kind.judge(partition, horizon, book, tally, this::take);
    }

    private void take(Finding finding) throws TooBigForMemory {
        if (!listening.isEmpty()) {
            Event event = Event.of(finding);
            for (PartitionedEvents kind : listening) {
                kind.add(event);
            }
        }
        if (Rules.isBreach(finding)) {
            found.add(finding);
        }
    }

    Found found() {
        return found;
    }

    /** What became of the events that were joined. */
    Tally tally() {
        return tally;
    }
}
