package io.xunjian.rules.complaintoverdue;

import static io.xunjian.rules.Instants.NEVER;

import io.xunjian.rules.Evidence;
import io.xunjian.rules.FactKind;
import io.xunjian.rules.Finding;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Rule;
import io.xunjian.rules.Status;
import io.xunjian.rules.Verdict;
import io.xunjian.rules.alert.Sentence;
import io.xunjian.rules.book.ParameterReader;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.book.RuleVersion;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A complaint must be answered within some hours of the business clock, each time that it is made or reopened; it must be
 * resolved within two days, and compensated within three where the platform found its subject liable. What comes too late
 * cures.
 *
 * <p>Key: complaintId. Looks again at the next deadline that is missed, and at the act that cures it. A complaint stays
 * while it is owed something, and then for {@link #REOPENABLE}.
 */
public final class ComplaintOverdue implements Rule<ComplaintFacts> {

    public static final String CODE = "COMPLAINT_OVERDUE";

    /** So long, in ms, after its last act a complaint that is owed nothing can still be reopened or judged. */
    static final long REOPENABLE = Duration.ofDays(180).toMillis();

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public FactKind<ComplaintFacts> facts() {
        return Complaints.KIND;
    }

    @Override
    public ComplaintOverdueParameters parameters(ParameterReader in) {
        return ComplaintOverdueParameters.read(in);
    }

    @Override
    public int levels(Serializable parameters) {
        return Duty.values().length;
    }

    @Override
    public Verdict judge(String complaintId, ComplaintFacts complaint, long asOf, RuleBook book) {
        long forgotten = Instants.plus(complaint.latest(), REOPENABLE);
        if (complaint.creation() == null) {
            return Verdict.nothing(forgotten);
        }
        List<Finding> findings = new ArrayList<>();
        long nextLook = NEVER;
        long settledAt = forgotten;
        for (Obligation obligation : Obligations.of(complaint, book)) {
            if (obligation.met() == null) {
                settledAt = NEVER;
            }
            if (!obligation.isBreach()) {
                continue;
            }
            long seenAt =
                    Math.max(obligation.deadline(), complaint.creation().act().eventTime());
            if (seenAt > asOf) {
                nextLook = Math.min(nextLook, seenAt);
                continue;
            }
            boolean isCured = obligation.curedAt() <= asOf;
            if (!isCured) {
                nextLook = Math.min(nextLook, obligation.curedAt());
            }
            findings.add(finding(complaintId, complaint.creation(), obligation, isCured));
        }
        return new Verdict(findings, nextLook, settledAt);
    }

    private static Finding finding(String complaintId, Creation creation, Obligation obligation, boolean isCured) {
        List<Evidence> evidence = new ArrayList<>(List.of(creation.act()));
        if (!obligation.start().equals(creation.act())) {
            evidence.add(obligation.start());
        }
        if (isCured) {
            evidence.add(obligation.met());
        }
        Duty duty = obligation.duty();
        String alertId = CODE + ':' + complaintId + ':' + duty;
        return new Finding(
                duty == Duty.NO_RESPONSE ? alertId + ':' + obligation.start().eventId() : alertId,
                CODE,
                obligation.version().version(),
                creation.subjectType(),
                creation.subjectId(),
                Map.of("complaintId", complaintId),
                duty.level(),
                duty == Duty.COMPENSATION,
                isCured ? Status.CURED : Status.OPEN,
                obligation.deadline(),
                isCured ? obligation.curedAt() : NEVER,
                null,
                List.copyOf(evidence),
                evidence.size(),
                1);
    }

    @Override
    public Sentence reason(Finding finding, RuleVersion version) {
        return ComplaintOverdueReason.of(finding);
    }
}
