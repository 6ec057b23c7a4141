package io.xunjian.replay;

import io.xunjian.rules.Instants;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.EventType;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.files.Count;
import io.xunjian.rules.files.LineReader;
import io.xunjian.rules.files.Tally;
import io.xunjian.rules.json.DeadLetter;
import io.xunjian.rules.json.EventDecoder;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/** One thread's share of the reading: lines become events, events become facts in the tables of their kinds. */
final class Worker {

    private final Map<Stream, FactTable<?>[]> tables;
    private final long until;
    private final DeadLetterFile deadLetters;
    private final Map<Stream, EventDecoder> decoders = new EnumMap<>(Stream.class);
    private final Tally tally = new Tally();
    private long latest = Instants.BEFORE_ALL;

    /** @param until epoch ms: what happened later is not used */
    Worker(Map<Stream, FactTable<?>[]> tables, long until, DeadLetterFile deadLetters) {
        this.tables = tables;
        this.until = until;
        this.deadLetters = deadLetters;
    }

    /** Reads one part to its end. */
    void read(Part part) throws IOException, TooBigForMemory {
        EventDecoder decoder = decoders.computeIfAbsent(part.stream(), EventDecoder::new);
        FactTable<?>[] ofStream = tables.get(part.stream());
        try (LineReader lines = part.open()) {
            while (lines.next()) {
                tally.count(part.stream(), Count.READ);
                Event event = decoder.decode(lines.buffer(), lines.from(), lines.length());
                if (event == null) {
                    refuse(part, lines, decoder);
                } else {
                    tally.count(part.stream(), take(event, ofStream));
                }
            }
            deadLetters.finished(part, lines.line());
        }
    }

    private void refuse(Part part, LineReader lines, EventDecoder decoder) throws IOException {
        tally.refused(part.stream(), decoder.reason());
        byte[] value = DeadLetter.kept(lines.buffer(), lines.from(), lines.length());
        deadLetters.add(
                part,
                new DeadLetter(part.stream(), part.name(), 0, lines.line(), decoder.reason(), decoder.field(), value));
    }

    private Count take(Event event, FactTable<?>[] ofStream) throws TooBigForMemory {
        if (event.eventTime() > until) {
            return Count.IGNORED;
        }
        latest = Math.max(latest, event.eventTime());
        if (event.type() == EventType.HEARTBEAT) {
            return Count.HEARTBEATS;
        }
        Count count = Count.IGNORED;
        for (FactTable<?> table : ofStream) {
            FactTable.Taken taken = table.add(event);
            if (taken != FactTable.Taken.NOT && count == Count.IGNORED) {
                count = taken == FactTable.Taken.NEW ? Count.USED : Count.DUPLICATES;
            }
        }
        return count;
    }

    /** The greatest event time among the valid events up to the horizon. */
    long latest() {
        return latest;
    }

    Tally tally() {
        decoders.values().forEach(decoder -> tally.ignoredFields(decoder.ignoredFields()));
        decoders.clear();
        return tally;
    }

    long records() {
        return tally.of(Count.READ);
    }
}
