package io.xunjian.rules.trial;

import io.xunjian.rules.event.Event;
import io.xunjian.rules.wire.Codec;
import io.xunjian.rules.wire.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** An event that is a fact for some books: what a rule found, it may have found under one of them alone. */
public record TriedEvent(Event event, long books) {

    public static final Codec<TriedEvent> CODEC = new TriedEventCodec();

    private static final class TriedEventCodec implements Codec<TriedEvent> {

        @Override
        public String name() {
            return "tried-event";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public void write(TriedEvent tried, DataOutput out) throws IOException {
            Wire.writeNumber(tried.books, out);
            Event.CODEC.write(tried.event, out);
        }

        @Override
        public TriedEvent read(int version, DataInput in) throws IOException {
            long books = Wire.readNumber(in);
            return new TriedEvent(Event.CODEC.read(Event.CODEC.version(), in), books);
        }
    }
}
