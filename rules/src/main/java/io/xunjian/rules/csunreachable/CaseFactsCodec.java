package io.xunjian.rules.csunreachable;

import io.xunjian.rules.Evidence;
import io.xunjian.rules.Sorted;
import io.xunjian.rules.event.CallSource;
import io.xunjian.rules.wire.Codec;
import io.xunjian.rules.wire.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The calls of a case in state. */
final class CaseFactsCodec implements Codec<CaseFacts> {

    private static final CallSource[] SOURCES = CallSource.values();

    private static final int IS_IN = 1;
    private static final int IS_ANSWERED = 2;

    @Override
    public String name() {
        return "case-facts";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(CaseFacts facts, DataOutput out) throws IOException {
        facts.calls().write(CaseFactsCodec::writeCall, out);
        out.writeLong(facts.prunedTo());
        Wire.writeList(facts.missed(), Evidence::write, out);
    }

    private static void writeCall(Call call, DataOutput out) throws IOException {
        call.act().write(out);
        out.writeByte(call.source().ordinal());
        out.writeByte((call.isIn() ? IS_IN : 0) | (call.isAnswered() ? IS_ANSWERED : 0));
        Wire.writeNumber(call.talkSeconds(), out);
    }

    @Override
    public CaseFacts read(int version, DataInput in) throws IOException {
        return new CaseFacts(
                Sorted.read(CaseFactsCodec::readCall, in), in.readLong(), Wire.readList(Evidence::read, in));
    }

    private static Call readCall(DataInput in) throws IOException {
        Evidence act = Evidence.read(in);
        CallSource source = SOURCES[in.readByte()];
        int flags = in.readByte();
        return new Call(act, source, (flags & IS_IN) != 0, (flags & IS_ANSWERED) != 0, Wire.readNumber(in));
    }
}
