package io.xunjian.connectors;

import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.json.DeadLetter;
import io.xunjian.rules.wire.Codec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What a record turned out to be: an event or a dead letter, never both.
 *
 * @param event {@code null} for a dead letter
 * @param letter {@code null} for an event
 * @param ignoredFields how many of the event's fields the contract does not name
 */
public record Received(Stream stream, Event event, DeadLetter letter, int ignoredFields) {

    public static final Codec<Received> CODEC = new ReceivedCodec();

    /** Epoch ms of the event; before all time for a dead letter, which moves no watermark. */
    public long instant() {
        return event == null ? Long.MIN_VALUE : event.eventTime();
    }

    /** Used only where something stands between the source and what sorts its records. */
    private static final class ReceivedCodec implements Codec<Received> {

        @Override
        public String name() {
            return "received";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public void write(Received received, DataOutput out) throws IOException {
            out.writeByte(received.stream.ordinal());
            out.writeBoolean(received.event != null);
            if (received.event != null) {
                Event.CODEC.write(received.event, out);
            } else {
                DeadLetter.CODEC.write(received.letter, out);
            }
            out.writeInt(received.ignoredFields);
        }

        @Override
        public Received read(int version, DataInput in) throws IOException {
            Stream stream = Stream.at(in.readByte());
            boolean isEvent = in.readBoolean();
            return new Received(
                    stream,
                    isEvent ? Event.CODEC.read(Event.CODEC.version(), in) : null,
                    isEvent ? null : DeadLetter.CODEC.read(DeadLetter.CODEC.version(), in),
                    in.readInt());
        }
    }
}
