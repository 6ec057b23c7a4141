package io.xunjian.backtest;

import io.xunjian.rules.event.Event;
import io.xunjian.rules.wire.ByteSink;
import io.xunjian.rules.wire.ByteSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;

/** Events of one key as their codec writes them: a tenth of what they take as objects. */
final class EventsOfKey {

    private static final int ROOM_FOR_TWO = 128;

    private final ByteSink bytes = new ByteSink(ROOM_FOR_TWO);

    synchronized void add(Event event) {
        try {
            Event.CODEC.write(event, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory cannot fail", e);
        }
    }

    void addTo(Collection<Event> all) {
        ByteSource source = new ByteSource().reset(bytes.bytes(), 0);
        try {
            while (source.at() < bytes.length()) {
                all.add(Event.CODEC.read(Event.CODEC.version(), source));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory cannot fail", e);
        }
    }
}
