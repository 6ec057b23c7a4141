package io.xunjian.rules.lateshipment;

import io.xunjian.rules.Finding;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Status;
import io.xunjian.rules.alert.Sentence;
import io.xunjian.rules.alert.Spans;
import io.xunjian.rules.event.EventType;

/** Says in one sentence what was promised, which judgement this is and what became of it. */
final class LateShipmentReason {

    private LateShipmentReason() {}

    static Sentence of(Finding finding, LateShipmentParameters parameters) {
        long deadline = finding.raisedAt() - (finding.level() - 1) * parameters.rejudgeInterval();
        String orderId = finding.keys().get("orderId");
        boolean byScan = parameters.cureOn() == CureOn.PICKUP_SCAN;
        Sentence end = end(finding, deadline);
        String due = Instants.readable(deadline);
        String judged = Instants.readable(finding.raisedAt());
        int levels = parameters.maxJudgements();
        String en = "Order " + orderId + " was to ship by " + due + "; at judgement " + finding.level() + " of "
                + levels + " (" + judged + ") it had not " + (byScan ? "been picked up by the carrier" : "shipped")
                + end.en() + '.';
        String zh = "订单 " + orderId + " 应于 " + due + " 前发货，第 " + finding.level() + " 次判定（共 " + levels + " 次，" + judged
                + "）时仍未" + (byScan ? "揽收" : "发货") + end.zh() + '。';
        return new Sentence(en, zh);
    }

    private static Sentence end(Finding finding, long deadline) {
        if (finding.status() != Status.CURED) {
            return new Sentence("", "");
        }
        String cure = finding.evidence().get(finding.evidence().size() - 1).eventType();
        Sentence act = cure.equals(EventType.ORDER_CANCELLED.name())
                ? new Sentence("was cancelled", "取消")
                : cure.equals(EventType.REFUND_AGREED.name())
                        ? new Sentence("was refunded", "达成退款")
                        : cure.equals(EventType.TRACE_NODE.name())
                                ? new Sentence("was picked up", "揽收")
                                : new Sentence("shipped", "发货");
        Sentence late = Spans.readable(finding.curedAt() - deadline);
        String at = Instants.readable(finding.curedAt());
        return new Sentence(
                "; it " + act.en() + " at " + at + ", " + late.en() + " late",
                "；已于 " + at + ' ' + act.zh() + "，超时 " + late.zh());
    }
}
