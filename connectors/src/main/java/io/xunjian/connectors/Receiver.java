package io.xunjian.connectors;

import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.json.DeadLetter;
import io.xunjian.rules.json.EventDecoder;
import io.xunjian.rules.json.Reason;

/** Makes of one stream's bytes what they are. Never throws for what is in them. */
public final class Receiver {

    private final Stream stream;
    private final EventDecoder decoder;
    private long ignoredFields;

    public Receiver(Stream stream) {
        this.stream = stream;
        this.decoder = new EventDecoder(stream);
    }

    /**
     * Decodes a record.
     *
     * @param file {@code null} where it came from Kafka
     * @param position the record's offset, or its line from 1
     */
    public Received receive(byte[] bytes, int from, int length, String file, int partition, long position) {
        Event event = decoder.decode(bytes, from, length);
        if (event == null) {
            byte[] value = DeadLetter.kept(bytes, from, length);
            return dead(file, partition, position, decoder.reason(), decoder.field(), value);
        }
        int ignored = (int) (decoder.ignoredFields() - ignoredFields);
        ignoredFields += ignored;
        return new Received(stream, event, null, ignored);
    }

    /** A record that is none for another reason than what is in it. */
    public Received dead(String file, int partition, long position, Reason reason, String field, byte[] value) {
        return new Received(stream, null, new DeadLetter(stream, file, partition, position, reason, field, value), 0);
    }
}
