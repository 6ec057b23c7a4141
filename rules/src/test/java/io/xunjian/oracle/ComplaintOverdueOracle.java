package io.xunjian.oracle;

import java.util.ArrayList;
import java.util.List;

/** Complaints without an answer, an end or the compensation that was due. */
final class ComplaintOverdueOracle {

    static final String CODE = "COMPLAINT_OVERDUE";

    private final OracleHistory complaint;
    private final OracleBook book;
    private final OracleEvent created;
    private final List<OracleAlert> alerts = new ArrayList<>();

    private ComplaintOverdueOracle(OracleHistory complaint, OracleBook book) {
        this.complaint = complaint;
        this.book = book;
        this.created = complaint.of("COMPLAINT_CREATED").first();
    }

    static List<OracleAlert> alerts(OracleHistory history, OracleBook book) {
        List<OracleAlert> alerts = new ArrayList<>();
        for (OracleHistory complaint :
                history.by(event -> event.text("complaintId")).values()) {
            alerts.addAll(new ComplaintOverdueOracle(complaint, book).alerts());
        }
        return alerts;
    }

    private List<OracleAlert> alerts() {
        if (created != null) {
            judgeResponse(created);
            complaint.of("COMPLAINT_REOPENED").events().stream()
                    .filter(reopened -> OracleEvent.BY_TIME_AND_ID.compare(reopened, created) > 0)
                    .forEach(this::judgeResponse);
            judgeResolution();
            OracleEvent judged = complaint
                    .of("COMPLAINT_JUDGED")
                    .where(event -> event.flag("liable", false))
                    .first();
            if (judged != null) {
                judgeCompensation(judged);
            }
        }
        return alerts;
    }

    private void judgeResponse(OracleEvent start) {
        OracleVersion version = book.version(CODE, start.time());
        if (version != null) {
            int hours = start.is("COMPLAINT_CREATED")
                    ? version.integer("respondWithinHours", created.text("category"))
                    : version.integer("reopenedWithinHours");
            long deadline = version.businessTime("clock").add(start.time(), hours);
            OracleHistory answers = complaint.of("COMPLAINT_RESPONDED", "COMPLAINT_RESOLVED", "COMPLAINT_WITHDRAWN");
            judge(version, "NO_RESPONSE:" + start.id(), 1, start.time(), deadline, answers);
        }
    }

    private void judgeResolution() {
        OracleVersion version = book.version(CODE, created.time());
        if (version != null) {
            long deadline = created.time() + version.millis("resolveWithin");
            OracleHistory ends = complaint.of("COMPLAINT_RESOLVED", "COMPLAINT_WITHDRAWN");
            judge(version, "UNRESOLVED", 2, created.time(), deadline, ends);
        }
    }

    private void judgeCompensation(OracleEvent judged) {
        OracleVersion version = book.version(CODE, judged.time());
        if (version != null) {
            long deadline = judged.time() + version.millis("compensateWithin");
            judge(version, "COMPENSATION", 3, judged.time(), deadline, complaint.of("COMPLAINT_COMPENSATED"));
        }
    }

    /** A breach if none of the acts lies from the start to the deadline; the first later one cures it. */
    private void judge(OracleVersion version, String what, int level, long start, long deadline, OracleHistory acts) {
        OracleEvent first = acts.where(act -> act.time() >= start).first();
        if (complaint.asOf() >= deadline && (first == null || first.time() > deadline)) {
            alerts.add(OracleAlert.of(
                    version,
                    created.text("complaintId") + ":" + what,
                    created.text("subjectType"),
                    created.text("subjectId"),
                    level,
                    deadline,
                    first == null ? null : first.time()));
        }
    }
}
