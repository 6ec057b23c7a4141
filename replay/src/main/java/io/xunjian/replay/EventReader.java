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

/** One thread's share of the reading: lines become events, in the partitions of the kinds that take them. */
final class EventReader {

    private final Map<Stream, PartitionedEvents[]> events;
    private final long until;
    private final DeadLetterFile deadLetters;
    private final Map<Stream, EventDecoder> decoders = new EnumMap<>(Stream.class);
    private final Tally tally = new Tally();
    private long latest = Instants.BEFORE_ALL;

    /** @param until epoch ms: what happened later is not used */
    EventReader(Map<Stream, PartitionedEvents[]> events, long until, DeadLetterFile deadLetters) {
        this.events = events;
        this.until = until;
        this.deadLetters = deadLetters;
    }

    /** Reads one part to its end. */
    void read(Part part) throws IOException, TooBigForMemory {
        EventDecoder decoder = decoders.computeIfAbsent(part.stream(), EventDecoder::new);
        PartitionedEvents[] ofStream = events.get(part.stream());
        try (LineReader lines = part.open()) {
            while (lines.next()) {
                tally.count(part.stream(), Count.READ);
                Event event = decoder.decode(lines.buffer(), lines.from(), lines.length());
                if (event == null) {
                    refuse(part, lines, decoder);
                } else {
                    take(event, part.stream(), ofStream);
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

    private void take(Event event, Stream stream, PartitionedEvents[] ofStream) throws TooBigForMemory {
        if (event.eventTime() > until) {
            tally.count(stream, Count.IGNORED);
            return;
        }
        latest = Math.max(latest, event.eventTime());
        if (event.type() == EventType.HEARTBEAT) {
            tally.count(stream, Count.HEARTBEATS);
            return;
        }
        boolean isTaken = false;
        for (PartitionedEvents ofKind : ofStream) {
            isTaken |= ofKind.add(event);
        }
        if (!isTaken) {
            tally.count(stream, Count.IGNORED);
        }
    }

    /** The greatest event time among the valid events up to the horizon. */
    long latest() {
        return latest;
    }

    /** What was read; what became of events that a kind took is counted when they are joined. */
    Tally tally() {
        decoders.values().forEach(decoder -> tally.ignoredFields(decoder.ignoredFields()));
        decoders.clear();
        return tally;
    }

    long records() {
        return tally.of(Count.READ);
    }
}
