package io.xunjian.rules.providerinactive;

import io.xunjian.rules.Evidence;
import io.xunjian.rules.Finding;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Status;
import io.xunjian.rules.alert.Sentence;
import io.xunjian.rules.event.EventType;
import java.time.LocalDate;

/** Says in one sentence what a provider lacked, in which days, and when it last had it. */
final class ProviderInactiveReason {

    private ProviderInactiveReason() {}

    static Sentence of(Finding finding, ProviderInactiveParameters parameters) {
        String legs = finding.keys().get("legs");
        Sentence missing = new Sentence("", "");
        if (legs.startsWith("SETTLEMENT")) {
            missing = last("no settlement of a shop bound to it", "绑定店铺交易结算总额为 0", EventType.ORDER_SETTLED, finding);
        }
        if (legs.endsWith("SERVICE_ORDER")) {
            Sentence orders = last("no paid service order", "服务订购量为 0", EventType.SERVICE_ORDER_PAID, finding);
            missing = missing.en().isEmpty()
                    ? orders
                    : new Sentence(missing.en() + " and " + orders.en(), missing.zh() + "，" + orders.zh());
        }
        LocalDate first = date(finding.raisedAt());
        Sentence end = finding.status() == Status.CURED
                ? new Sentence(
                        "; active again from " + date(finding.curedAt()), "；自 " + date(finding.curedAt()) + " 起恢复")
                : new Sentence("", "");
        return new Sentence(
                "Provider " + finding.subjectId() + " had, in the " + parameters.days() + " days before " + first + ", "
                        + missing.en() + end.en() + '.',
                "服务商 " + finding.subjectId() + " 在 " + first + " 之前 " + parameters.days() + " 天内" + missing.zh()
                        + end.zh() + '。');
    }

    /** What was missing, with the last day on which it was there. */
    private static Sentence last(String en, String zh, EventType type, Finding finding) {
        LocalDate last = null;
        for (Evidence act : finding.evidence()) {
            if (act.eventType().equals(type.name()) && act.eventTime() < finding.raisedAt()) {
                last = date(act.eventTime());
            }
        }
        return last == null
                ? new Sentence(en + " (none before either)", zh + "（此前亦无）")
                : new Sentence(en + " (the last on " + last + ")", zh + "（最近一次 " + last + "）");
    }

    private static LocalDate date(long instant) {
        return LocalDate.ofEpochDay(Instants.day(instant));
    }
}
