package io.xunjian.rules.complaintoverdue;

import io.xunjian.rules.Evidence;
import io.xunjian.rules.Finding;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Status;
import io.xunjian.rules.alert.Sentence;
import io.xunjian.rules.alert.Spans;
import io.xunjian.rules.event.EventType;

/** Says in one sentence what was owed to a complaint, since when, and what became of it. */
final class ComplaintOverdueReason {

    private ComplaintOverdueReason() {}

    static Sentence of(Finding finding) {
        String complaintId = finding.keys().get("complaintId");
        Sentence start = start(finding);
        Sentence owed = owed(Duty.ofLevel(finding.level()));
        Sentence end = end(finding);
        String due = Instants.readable(finding.raisedAt());
        return new Sentence(
                "Complaint " + complaintId + ' ' + start.en() + " was to be " + owed.en() + " by " + due
                        + " and was not" + end.en() + '.',
                "投诉 " + complaintId + ' ' + start.zh() + "，应于 " + due + " 前" + owed.zh() + "，逾期未" + owed.zh() + end.zh()
                        + '。');
    }

    /** The act at which the clock started: the second, where the complaint was reopened or judged. */
    private static Sentence start(Finding finding) {
        Evidence first = finding.evidence().get(0);
        Evidence second = finding.evidence().size() > 1 ? finding.evidence().get(1) : first;
        if (second.eventType().equals(EventType.COMPLAINT_REOPENED.name())) {
            String at = Instants.readable(second.eventTime());
            return new Sentence("(reopened " + at + ")", "于 " + at + " 重新打开");
        }
        if (second.eventType().equals(EventType.COMPLAINT_JUDGED.name())) {
            String at = Instants.readable(second.eventTime());
            return new Sentence("(found liable " + at + ")", "于 " + at + " 判定有责");
        }
        String at = Instants.readable(first.eventTime());
        return new Sentence("(made " + at + ")", "于 " + at + " 提交");
    }

    private static Sentence owed(Duty duty) {
        return switch (duty) {
            case NO_RESPONSE -> new Sentence("answered", "响应");
            case UNRESOLVED -> new Sentence("resolved", "解决");
            case COMPENSATION -> new Sentence("compensated", "赔付");
        };
    }

    private static Sentence end(Finding finding) {
        if (finding.status() != Status.CURED) {
            return new Sentence("", "");
        }
        Evidence cure = finding.evidence().get(finding.evidence().size() - 1);
        Sentence act = switch (EventType.valueOf(cure.eventType())) {
            case COMPLAINT_RESOLVED -> new Sentence("resolved", "解决");
            case COMPLAINT_WITHDRAWN -> new Sentence("withdrawn", "撤诉");
            case COMPLAINT_COMPENSATED -> new Sentence("compensated", "赔付");
            default -> new Sentence("answered", "响应");
        };
        Sentence late = Spans.readable(finding.curedAt() - finding.raisedAt());
        String at = Instants.readable(finding.curedAt());
        return new Sentence(
                "; it was " + act.en() + " at " + at + ", " + late.en() + " late",
                "；已于 " + at + ' ' + act.zh() + "，超时 " + late.zh());
    }
}
