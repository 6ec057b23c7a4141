package io.xunjian.rules.trial;

import io.xunjian.rules.json.AlertRecord;
import io.xunjian.rules.wire.Codec;
import io.xunjian.rules.wire.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** An alert that some books raise. */
public record TriedAlert(AlertRecord alert, long books) {

    public static final Codec<TriedAlert> CODEC = new TriedAlertCodec();

    private static final class TriedAlertCodec implements Codec<TriedAlert> {

        @Override
        public String name() {
            return "tried-alert";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public void write(TriedAlert tried, DataOutput out) throws IOException {
            Wire.writeNumber(tried.books, out);
            AlertRecord.CODEC.write(tried.alert, out);
        }

        @Override
        public TriedAlert read(int version, DataInput in) throws IOException {
            long books = Wire.readNumber(in);
            return new TriedAlert(AlertRecord.CODEC.read(AlertRecord.CODEC.version(), in), books);
        }
    }
}
