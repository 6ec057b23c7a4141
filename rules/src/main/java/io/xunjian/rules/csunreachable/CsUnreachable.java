package io.xunjian.rules.csunreachable;

import static io.xunjian.rules.Instants.NEVER;

import io.xunjian.rules.Evidence;
import io.xunjian.rules.FactKind;
import io.xunjian.rules.Finding;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Rule;
import io.xunjian.rules.Status;
import io.xunjian.rules.Verdict;
import io.xunjian.rules.Window;
import io.xunjian.rules.alert.Sentence;
import io.xunjian.rules.alert.Spans;
import io.xunjian.rules.book.ParameterReader;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.book.RuleVersion;
import io.xunjian.rules.event.SubjectType;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A shop's customer service must answer. Three calls in a row that nobody answers, the third at most 24 h after the first,
 * are a breach; an answered call, or a call back that is answered, begins anew. Nothing cures it.
 *
 * <p>Key: shopId and caseId. Looks again at the next known breach. A case goes when its last missed call has left the
 * window.
 */
public final class CsUnreachable implements Rule<CaseFacts> {

    public static final String CODE = "CS_UNREACHABLE";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public FactKind<CaseFacts> facts() {
        return Cases.KIND;
    }

    @Override
    public CsUnreachableParameters parameters(ParameterReader in) {
        return CsUnreachableParameters.read(in);
    }

    @Override
    public long looksFurtherBack(Serializable parameters, List<? extends Serializable> than) {
        return Math.max(0, ((CsUnreachableParameters) parameters).window() - longestWindow(than));
    }

    @Override
    public Verdict judge(String key, CaseFacts facts, long asOf, RuleBook book) {
        CallWalk walk = CallWalk.upTo(NEVER, facts, book);
        List<Finding> findings = new ArrayList<>();
        long nextLook = NEVER;
        for (CallWalk.Row row : walk.rows()) {
            if (row.last().eventTime() > asOf) {
                nextLook = row.last().eventTime();
                break;
            }
            findings.add(finding(key, row));
        }
        return new Verdict(findings, nextLook, settledAt(facts, walk.missed(), book));
    }

    /** A row that is not full is over when no further call can be within the window of its last one. */
    private static long settledAt(CaseFacts facts, List<Evidence> missed, RuleBook book) {
        if (missed.isEmpty()) {
            return facts.latest();
        }
        long longest = longestWindow(
                book.versions(CODE).stream().map(RuleVersion::parameters).toList());
        return Math.max(
                facts.latest(), Instants.plus(missed.get(missed.size() - 1).eventTime(), longest));
    }

    private static long longestWindow(List<? extends Serializable> versions) {
        return versions.stream()
                .mapToLong(parameters -> ((CsUnreachableParameters) parameters).window())
                .max()
                .orElseThrow();
    }

    private static Finding finding(String key, CallWalk.Row row) {
        String shopId = Cases.shopId(key);
        String caseId = Cases.caseId(key);
        long raisedAt = row.last().eventTime();
        long window = ((CsUnreachableParameters) row.version().parameters()).window();
        return new Finding(
                CODE + ':' + shopId + ':' + row.last().eventId(),
                CODE,
                row.version().version(),
                SubjectType.SHOP,
                shopId,
                caseId.isEmpty() ? Map.of() : Map.of("caseId", caseId),
                1,
                true,
                Status.OPEN,
                raisedAt,
                NEVER,
                new Window(raisedAt - window, raisedAt),
                row.calls().stream().limit(Finding.EVIDENCE_KEPT).toList(),
                row.calls().size(),
                1);
    }

    @Override
    public Sentence reason(Finding finding, RuleVersion version) {
        Sentence window = Spans.readable(((CsUnreachableParameters) version.parameters()).window());
        String caseId = finding.keys().get("caseId");
        String first = Instants.readable(finding.evidence().get(0).eventTime());
        String last = Instants.readable(finding.raisedAt());
        int calls = finding.evidenceCount();
        return new Sentence(
                "Shop " + finding.subjectId() + (caseId == null ? "" : ", case " + caseId + ',') + " missed " + calls
                        + (calls == 1 ? " call" : " calls in a row") + " within " + window.en() + ", from " + first
                        + " to " + last + '.',
                "店铺 " + finding.subjectId() + (caseId == null ? "" : "（案件 " + caseId + "）") + " 在 " + window.zh()
                        + "内连续 " + calls + " 次电话未接通，首次 " + first + "，末次 " + last + '。');
    }
}
