package io.xunjian.rules;

import io.xunjian.rules.event.SubjectType;
import io.xunjian.rules.wire.Codec;
import io.xunjian.rules.wire.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A finding in state and between operators. */
final class FindingCodec implements Codec<Finding> {

    @Override
    public String name() {
        return "finding";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(Finding finding, DataOutput out) throws IOException {
        Wire.writeText(finding.alertId(), out);
        Wire.writeText(finding.ruleCode(), out);
        Wire.writeNumber(finding.ruleVersion(), out);
        out.writeByte(finding.subjectType().ordinal());
        Wire.writeText(finding.subjectId(), out);
        Wire.writeList(List.copyOf(finding.keys().entrySet()), FindingCodec::writeKey, out);
        Wire.writeNumber(finding.level(), out);
        out.writeBoolean(finding.isLast());
        out.writeByte(finding.status().ordinal());
        out.writeLong(finding.raisedAt());
        out.writeLong(finding.curedAt());
        out.writeBoolean(finding.window() != null);
        if (finding.window() != null) {
            out.writeLong(finding.window().from());
            out.writeLong(finding.window().to());
        }
        Wire.writeList(finding.evidence(), Evidence::write, out);
        Wire.writeNumber(finding.evidenceCount(), out);
        Wire.writeNumber(finding.revision(), out);
    }

    @Override
    public Finding read(int version, DataInput in) throws IOException {
        return new Finding(
                Wire.readText(in),
                Wire.readText(in),
                (int) Wire.readNumber(in),
                SubjectType.values()[in.readByte()],
                Wire.readText(in),
                readKeys(in),
                (int) Wire.readNumber(in),
                in.readBoolean(),
                Status.values()[in.readByte()],
                in.readLong(),
                in.readLong(),
                in.readBoolean() ? new Window(in.readLong(), in.readLong()) : null,
                Wire.readList(Evidence::read, in),
                (int) Wire.readNumber(in),
                (int) Wire.readNumber(in));
    }

    private static void writeKey(Map.Entry<String, String> key, DataOutput out) throws IOException {
        Wire.writeText(key.getKey(), out);
        Wire.writeText(key.getValue(), out);
    }

    private static Map<String, String> readKeys(DataInput in) throws IOException {
        Map<String, String> keys = new LinkedHashMap<>();
        for (int left = (int) Wire.readNumber(in); left > 0; left--) {
            keys.put(Wire.readText(in), Wire.readText(in));
        }
        return keys;
    }
}
