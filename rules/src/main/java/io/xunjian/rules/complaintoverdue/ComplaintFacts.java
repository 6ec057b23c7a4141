package io.xunjian.rules.complaintoverdue;

import io.xunjian.rules.Evidence;
import io.xunjian.rules.Instants;
import io.xunjian.rules.SeenIds;
import io.xunjian.rules.Sorted;
import java.util.stream.Stream;

/**
 * What is known of one complaint.
 *
 * @param creation the first COMPLAINT_CREATED
 * @param judgedLiable the first COMPLAINT_JUDGED that found the subject liable
 * @param responses every COMPLAINT_RESPONDED, COMPLAINT_RESOLVED and COMPLAINT_WITHDRAWN
 * @param reopened every COMPLAINT_REOPENED
 * @param compensated every COMPLAINT_COMPENSATED
 * @param others the ids of the creations and judgements that were not the first
 */
record ComplaintFacts(
        Creation creation,
        Evidence judgedLiable,
        Sorted<Evidence> responses,
        Sorted<Evidence> reopened,
        Sorted<Evidence> compensated,
        SeenIds others) {

    static final ComplaintFacts NONE =
            new ComplaintFacts(null, null, Sorted.empty(), Sorted.empty(), Sorted.empty(), SeenIds.NONE);

    static ComplaintFacts created(Creation creation) {
        return new ComplaintFacts(creation, null, Sorted.empty(), Sorted.empty(), Sorted.empty(), SeenIds.NONE);
    }

    static ComplaintFacts judged(Evidence act) {
        return new ComplaintFacts(null, act, Sorted.empty(), Sorted.empty(), Sorted.empty(), SeenIds.NONE);
    }

    static ComplaintFacts answered(Evidence act) {
        return new ComplaintFacts(null, null, Sorted.of(act), Sorted.empty(), Sorted.empty(), SeenIds.NONE);
    }

    static ComplaintFacts reopened(Evidence act) {
        return new ComplaintFacts(null, null, Sorted.empty(), Sorted.of(act), Sorted.empty(), SeenIds.NONE);
    }

    static ComplaintFacts compensated(Evidence act) {
        return new ComplaintFacts(null, null, Sorted.empty(), Sorted.empty(), Sorted.of(act), SeenIds.NONE);
    }

    ComplaintFacts join(ComplaintFacts other) {
        Creation first = Creation.first(creation, other.creation);
        Evidence firstJudged = Evidence.first(judgedLiable, other.judgedLiable);
        return new ComplaintFacts(
                first,
                firstJudged,
                responses.union(other.responses),
                reopened.union(other.reopened),
                compensated.union(other.compensated),
                others.union(other.others)
                        .union(displacedBy(first, firstJudged))
                        .union(other.displacedBy(first, firstJudged)));
    }

    private SeenIds displacedBy(Creation first, Evidence firstJudged) {
        SeenIds ids = SeenIds.NONE;
        if (creation != null && !creation.act().equals(first.act())) {
            ids = ids.with(creation.act().eventId());
        }
        return judgedLiable == null || judgedLiable.equals(firstJudged) ? ids : ids.with(judgedLiable.eventId());
    }

    boolean contains(Evidence act) {
        return (creation != null && creation.act().equals(act))
                || act.equals(judgedLiable)
                || responses.contains(act)
                || reopened.contains(act)
                || compensated.contains(act)
                || others.contains(act.eventId());
    }

    /** Epoch ms of the last act that is known. */
    long latest() {
        return Stream.of(
                        creation == null ? null : creation.act(),
                        judgedLiable,
                        responses.last(),
                        reopened.last(),
                        compensated.last())
                .filter(act -> act != null)
                .mapToLong(Evidence::eventTime)
                .max()
                .orElse(Instants.BEFORE_ALL);
    }
}
