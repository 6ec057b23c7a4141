package io.xunjian.rules.lateshipment;

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
import io.xunjian.rules.event.OrderType;
import io.xunjian.rules.event.SubjectType;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A paid order must ship by its promise. Shipping exactly at the promise is in time. An order that has not shipped is
 * judged again every {@code rejudgeInterval}, {@code maxJudgements} times in all; what closes it later cures what was
 * found. A cancelled order and an agreed refund close it as well, a mere application does not.
 */
public final class LateShipment implements Rule<OrderFacts> {

    public static final String CODE = "LATE_SHIPMENT";

    /** Acts whose order was never paid are kept this long: an act before the payment closes the order as well. */
    static final long UNPAID_KEPT = Duration.ofDays(30).toMillis();

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public FactKind<OrderFacts> facts() {
        return Orders.KIND;
    }

    @Override
    public LateShipmentParameters parameters(ParameterReader in) {
        return LateShipmentParameters.read(in);
    }

    @Override
    public int levels(Serializable parameters) {
        return ((LateShipmentParameters) parameters).maxJudgements();
    }

    @Override
    public Verdict judge(String orderId, OrderFacts order, long asOf, RuleBook book) {
        Payment payment = order.payment();
        if (payment == null) {
            return Verdict.nothing(Instants.plus(order.latest(), UNPAID_KEPT));
        }
        RuleVersion version = book.at(CODE, payment.act().eventTime());
        if (version == null || payment.orderType() == OrderType.VIRTUAL) {
            return Verdict.nothing(payment.act().eventTime());
        }
        LateShipmentParameters parameters = (LateShipmentParameters) version.parameters();
        Deadline deadline = Deadline.of(order, parameters);
        Evidence closed = Evidence.first(
                parameters.cureOn() == CureOn.WAYBILL_UPLOADED ? order.shipped() : order.scanned(), order.ended());
        if (closed != null && closed.eventTime() <= deadline.at()) {
            return Verdict.nothing(Math.max(deadline.at(), deadline.knownFrom()));
        }
        return late(orderId, payment, deadline, closed, asOf, version);
    }

    private static Verdict late(
            String orderId, Payment payment, Deadline deadline, Evidence closed, long asOf, RuleVersion version) {
        LateShipmentParameters parameters = (LateShipmentParameters) version.parameters();
        long closedAt = closed == null ? NEVER : closed.eventTime();
        List<Finding> findings = new ArrayList<>();
        long nextLook = NEVER;
        for (int level = 1; level <= parameters.maxJudgements(); level++) {
            long judgedAt = deadline.at() + (level - 1) * parameters.rejudgeInterval();
            if (closedAt <= judgedAt) {
                break;
            }
            long seenAt = Math.max(judgedAt, deadline.knownFrom());
            if (seenAt > asOf) {
                nextLook = seenAt;
                break;
            }
            Evidence cure = closedAt <= asOf ? closed : null;
            findings.add(breach(orderId, payment, level, judgedAt, deadline, cure, version));
        }
        if (!findings.isEmpty() && closedAt > asOf) {
            nextLook = Math.min(nextLook, closedAt);
        }
        long settledAt = closed == null ? NEVER : Math.max(closedAt, deadline.knownFrom());
        return new Verdict(findings, nextLook, settledAt);
    }

    private static Finding breach(
            String orderId,
            Payment payment,
            int level,
            long judgedAt,
            Deadline deadline,
            Evidence cure,
            RuleVersion version) {
        int levels = ((LateShipmentParameters) version.parameters()).maxJudgements();
        List<Evidence> basis = deadline.basis();
        int cures = cure == null ? 0 : 1;
        List<Evidence> evidence =
                new ArrayList<>(basis.subList(0, Math.min(basis.size(), Finding.EVIDENCE_KEPT - cures)));
        if (cure != null) {
            evidence.add(cure);
        }
        return new Finding(
                CODE + ':' + orderId + ':' + level,
                CODE,
                version.version(),
                SubjectType.SHOP,
                payment.shopId(),
                Map.of("orderId", orderId),
                level,
                level == levels,
                cure == null ? Status.OPEN : Status.CURED,
                judgedAt,
                cure == null ? NEVER : cure.eventTime(),
                null,
                List.copyOf(evidence),
                basis.size() + cures,
                1);
    }

    @Override
    public Sentence reason(Finding finding, RuleVersion version) {
        return LateShipmentReason.of(finding, (LateShipmentParameters) version.parameters());
    }
}
