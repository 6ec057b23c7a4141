package io.xunjian.rules.json;

import io.xunjian.rules.Finding;
import io.xunjian.rules.Status;
import io.xunjian.rules.alert.Alert;
import io.xunjian.rules.wire.Codec;
import io.xunjian.rules.wire.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * An alert as it goes out: its bytes, and what its way there depends on. Written once, where it is raised: its sentences cost
 * more to carry as text than as bytes.
 *
 * @param raisedAt epoch ms
 * @param json one JSON object, UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record AlertRecord(String alertId, String ruleCode, int level, Status status, long raisedAt, byte[] json) {

    public static final Codec<AlertRecord> CODEC = new AlertRecordCodec();

    public static AlertRecord of(Alert alert) {
        Finding finding = alert.finding();
        return new AlertRecord(
                finding.alertId(),
                finding.ruleCode(),
                finding.level(),
                finding.status(),
                finding.raisedAt(),
                AlertJson.write(alert));
    }

    private static final class AlertRecordCodec implements Codec<AlertRecord> {

        private static final Status[] STATUSES = Status.values();

        @Override
        public String name() {
            return "alert-record";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public void write(AlertRecord record, DataOutput out) throws IOException {
            Wire.writeText(record.alertId, out);
            Wire.writeText(record.ruleCode, out);
            Wire.writeNumber(record.level, out);
            out.writeByte(record.status.ordinal());
            out.writeLong(record.raisedAt);
            Wire.writeNumber(record.json.length, out);
            out.write(record.json);
        }

        @Override
        public AlertRecord read(int version, DataInput in) throws IOException {
            String alertId = Wire.readText(in);
            String ruleCode = Wire.readText(in);
            int level = (int) Wire.readNumber(in);
            Status status = STATUSES[in.readByte()];
            long raisedAt = in.readLong();
            byte[] json = new byte[(int) Wire.readNumber(in)];
            in.readFully(json);
            return new AlertRecord(alertId, ruleCode, level, status, raisedAt, json);
        }
    }
}
