package io.xunjian.rules.complaintoverdue;

import io.xunjian.rules.Evidence;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Sorted;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.book.RuleVersion;
import io.xunjian.rules.event.EventType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** All that is owed to one complaint, by the versions in force when each clock started. */
final class Obligations {

    private final ComplaintFacts complaint;
    private final RuleBook book;
    private final List<Obligation> all = new ArrayList<>();

    private Obligations(ComplaintFacts complaint, RuleBook book) {
        this.complaint = complaint;
        this.book = book;
    }

    /** @param complaint one that was made */
    static List<Obligation> of(ComplaintFacts complaint, RuleBook book) {
        Obligations obligations = new Obligations(complaint, book);
        obligations.respond();
        obligations.resolve();
        obligations.compensate();
        return obligations.all;
    }

    private void respond() {
        Evidence created = complaint.creation().act();
        RuleVersion version = inForce(created);
        if (version != null) {
            respond(
                    created,
                    parameters(version).respondWithin(complaint.creation().category()),
                    version);
        }
        for (Evidence reopened : complaint.reopened()) {
            RuleVersion then = inForce(reopened);
            if (then != null && reopened.compareTo(created) > 0) {
                respond(reopened, parameters(then).reopenedWithin(), then);
            }
        }
    }

    private void respond(Evidence start, long within, RuleVersion version) {
        long deadline = parameters(version).clock().add(start.eventTime(), within);
        Evidence met = firstFrom(start, complaint.responses(), act -> true);
        all.add(new Obligation(Duty.NO_RESPONSE, start, deadline, met, version));
    }

    private void resolve() {
        Evidence created = complaint.creation().act();
        RuleVersion version = inForce(created);
        if (version != null) {
            long deadline =
                    Instants.plus(created.eventTime(), parameters(version).resolveWithin());
            Evidence closed = firstFrom(created, complaint.responses(), Obligations::closes);
            all.add(new Obligation(Duty.UNRESOLVED, created, deadline, closed, version));
        }
    }

    private static boolean closes(Evidence response) {
        return !response.eventType().equals(EventType.COMPLAINT_RESPONDED.name());
    }

    private void compensate() {
        Evidence judged = complaint.judgedLiable();
        RuleVersion version = judged == null ? null : inForce(judged);
        if (version != null) {
            long deadline =
                    Instants.plus(judged.eventTime(), parameters(version).compensateWithin());
            Evidence compensated = firstFrom(judged, complaint.compensated(), act -> true);
            all.add(new Obligation(Duty.COMPENSATION, judged, deadline, compensated, version));
        }
    }

    private RuleVersion inForce(Evidence start) {
        return book.at(ComplaintOverdue.CODE, start.eventTime());
    }

    private static ComplaintOverdueParameters parameters(RuleVersion version) {
        return (ComplaintOverdueParameters) version.parameters();
    }

    /** The first of the acts at the start's instant or later; {@code null} if there is none. */
    private static Evidence firstFrom(Evidence start, Sorted<Evidence> acts, Predicate<Evidence> counts) {
        for (Evidence act : acts) {
            if (act.eventTime() >= start.eventTime() && counts.test(act)) {
                return act;
            }
        }
        return null;
    }
}
