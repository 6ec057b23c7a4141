package io.xunjian.rules.complaintoverdue;

import io.xunjian.rules.Evidence;
import io.xunjian.rules.SeenIds;
import io.xunjian.rules.Sorted;
import io.xunjian.rules.event.ComplaintCategory;
import io.xunjian.rules.event.SubjectType;
import io.xunjian.rules.wire.Codec;
import io.xunjian.rules.wire.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A complaint in state. */
final class ComplaintFactsCodec implements Codec<ComplaintFacts> {

    private static final SubjectType[] SUBJECT_TYPES = SubjectType.values();
    private static final ComplaintCategory[] CATEGORIES = ComplaintCategory.values();

    private static final int IS_CREATED = 1;
    private static final int IS_JUDGED = 2;

    @Override
    public String name() {
        return "complaint-facts";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(ComplaintFacts facts, DataOutput out) throws IOException {
        out.writeByte((facts.creation() == null ? 0 : IS_CREATED) | (facts.judgedLiable() == null ? 0 : IS_JUDGED));
        if (facts.creation() != null) {
            writeCreation(facts.creation(), out);
        }
        if (facts.judgedLiable() != null) {
            facts.judgedLiable().write(out);
        }
        facts.responses().write(Evidence::write, out);
        facts.reopened().write(Evidence::write, out);
        facts.compensated().write(Evidence::write, out);
        facts.others().write(out);
    }

    private static void writeCreation(Creation creation, DataOutput out) throws IOException {
        creation.act().write(out);
        out.writeByte(creation.subjectType().ordinal());
        Wire.writeText(creation.subjectId(), out);
        out.writeByte(creation.category().ordinal());
    }

    @Override
    public ComplaintFacts read(int version, DataInput in) throws IOException {
        int there = in.readByte();
        return new ComplaintFacts(
                (there & IS_CREATED) == 0 ? null : readCreation(in),
                (there & IS_JUDGED) == 0 ? null : Evidence.read(in),
                Sorted.read(Evidence::read, in),
                Sorted.read(Evidence::read, in),
                Sorted.read(Evidence::read, in),
                SeenIds.read(in));
    }

    private static Creation readCreation(DataInput in) throws IOException {
        return new Creation(
                Evidence.read(in), SUBJECT_TYPES[in.readByte()], Wire.readText(in), CATEGORIES[in.readByte()]);
    }
}
