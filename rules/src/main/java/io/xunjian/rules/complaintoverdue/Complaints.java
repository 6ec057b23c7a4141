package io.xunjian.rules.complaintoverdue;

import io.xunjian.rules.Evidence;
import io.xunjian.rules.FactKind;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.wire.Codec;
import java.util.EnumSet;
import java.util.Set;

/** Complaints, by complaintId: when they were made, answered, reopened, judged and compensated. */
final class Complaints implements FactKind<ComplaintFacts> {

    static final Complaints KIND = new Complaints();

    private Complaints() {}

    @Override
    public String name() {
        return "complaints";
    }

    @Override
    public Set<Stream> streams() {
        return EnumSet.of(Stream.COMPLAINTS);
    }

    /** A judgement that finds nobody liable asks for nothing. */
    @Override
    public String keyOf(Event event) {
        return switch (event.type()) {
            case COMPLAINT_CREATED,
                    COMPLAINT_RESPONDED,
                    COMPLAINT_RESOLVED,
                    COMPLAINT_WITHDRAWN,
                    COMPLAINT_REOPENED,
                    COMPLAINT_COMPENSATED -> event.complaintId();
            case COMPLAINT_JUDGED -> event.liable() ? event.complaintId() : null;
            default -> null;
        };
    }

    @Override
    public ComplaintFacts of(Event event) {
        Evidence act = Evidence.of(event);
        return switch (event.type()) {
            case COMPLAINT_CREATED ->
                ComplaintFacts.created(new Creation(act, event.subjectType(), event.subjectId(), event.category()));
            case COMPLAINT_RESPONDED, COMPLAINT_RESOLVED, COMPLAINT_WITHDRAWN -> ComplaintFacts.answered(act);
            case COMPLAINT_REOPENED -> ComplaintFacts.reopened(act);
            case COMPLAINT_JUDGED -> ComplaintFacts.judged(act);
            case COMPLAINT_COMPENSATED -> ComplaintFacts.compensated(act);
            default -> throw new IllegalArgumentException(event.type() + " is no fact of a complaint");
        };
    }

    @Override
    public ComplaintFacts join(ComplaintFacts a, ComplaintFacts b) {
        return a.join(b);
    }

    @Override
    public boolean contains(ComplaintFacts facts, Event event) {
        return facts.contains(Evidence.of(event));
    }

    @Override
    public Codec<ComplaintFacts> codec() {
        return new ComplaintFactsCodec();
    }

    /** There is one kind of complaints: it stays one through serialization. */
    private Object readResolve() {
        return KIND;
    }
}
