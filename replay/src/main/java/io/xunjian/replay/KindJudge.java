package io.xunjian.replay;

import io.xunjian.rules.Finding;
import io.xunjian.rules.Rules;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.files.Tally;
import io.xunjian.rules.trial.Trial;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One thread's share of judging a kind: keeps the breaches, and tells other kinds what they listen for. */
final class KindJudge {

    private final long horizon;
    private final List<KindHistory<?>> listening;

    /** For each set of books, where the kinds that listen take what those books find. */
    private final Map<Long, List<PartitionedEvents>> places = new HashMap<>();

    private final Found found;
    private final Tally tally = new Tally();

    /** @param listening the kinds that take what is found */
    KindJudge(long horizon, Trial trial, List<KindHistory<?>> listening, MemoryGuard memory) {
        this.horizon = horizon;
        this.listening = listening;
        this.found = new Found(trial, memory);
    }

    void judge(KindHistory<?> kind, int partition) throws TooBigForMemory {
        kind.judge(partition, horizon, tally, this::take);
    }

    private void take(Finding finding, long books) throws TooBigForMemory {
        if (!listening.isEmpty()) {
            Event event = Event.of(finding);
            for (PartitionedEvents place : places.computeIfAbsent(books, this::places)) {
                place.add(event);
            }
        }
        if (Rules.isBreach(finding)) {
            found.add(finding, books);
        }
    }

    private List<PartitionedEvents> places(long books) {
        return listening.stream()
                .<PartitionedEvents>map(kind -> kind.forThread(books))
                .toList();
    }

    Found found() {
        return found;
    }

    /** What became of the events that were joined. */
    Tally tally() {
        return tally;
    }
}
