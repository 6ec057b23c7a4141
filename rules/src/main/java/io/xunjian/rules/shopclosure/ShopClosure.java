package io.xunjian.rules.shopclosure;

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
import io.xunjian.rules.book.Action;
import io.xunjian.rules.book.ParameterReader;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.book.RuleVersion;
import io.xunjian.rules.event.SubjectType;
import io.xunjian.rules.lateshipment.LateShipment;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A shop whose orders stay unshipped to the last judgement may be closed. One alert per episode: it begins with the breach
 * that makes {@code minOrders} within the window, and lasts while each next one comes no later than the window after the
 * one before.
 */
public final class ShopClosure implements Rule<ShopFacts> {

    public static final String CODE = "SHOP_CLOSURE";

    /**
     * An order that was never shipped is never settled: a shipment that becomes known late can revoke its breaches at any
     * time. So long, in ms, a closure follows; a revocation after that is a late event.
     */
    static final long REVOCABLE = Duration.ofDays(90).toMillis();

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public FactKind<ShopFacts> facts() {
        return Shops.KIND;
    }

    @Override
    public ShopClosureParameters parameters(ParameterReader in) {
        return ShopClosureParameters.read(in);
    }

    @Override
    public long looksFurtherBack(Serializable parameters, List<? extends Serializable> than) {
        return Math.max(0, ((ShopClosureParameters) parameters).window() - Episodes.longestWindow(than));
    }

    @Override
    public Verdict judge(String shopId, ShopFacts shop, long asOf, RuleBook book) {
        List<Finding> findings = Episodes.upTo(asOf, shop, book).stream()
                .map(start -> finding(shopId, start))
                .toList();
        long nextLook = shop.breaches().stream()
                .mapToLong(Breach::raisedAt)
                .filter(raisedAt -> raisedAt > asOf)
                .min()
                .orElse(NEVER);
        long latest = shop.breaches().stream().mapToLong(Breach::raisedAt).max().orElse(shop.prunedTo());
        return new Verdict(findings, nextLook, Instants.plus(Episodes.over(latest, book), REVOCABLE));
    }

    private static Finding finding(String shopId, Episodes.Start start) {
        Breach first = start.first();
        long window = ((ShopClosureParameters) start.version().parameters()).window();
        return new Finding(
                CODE + ':' + shopId + ':' + first.orderId(),
                CODE,
                start.version().version(),
                SubjectType.SHOP,
                shopId,
                Map.of("orderId", first.orderId()),
                1,
                true,
                Status.OPEN,
                first.raisedAt(),
                NEVER,
                new Window(first.raisedAt() - window, first.raisedAt()),
                start.counted().stream()
                        .limit(Finding.EVIDENCE_KEPT)
                        .map(breach -> new Evidence(breach.alertId(), LateShipment.CODE, breach.raisedAt()))
                        .toList(),
                start.counted().size(),
                1);
    }

    @Override
    public List<Action> actions(Finding finding, RuleVersion version) {
        ShopClosureParameters parameters = (ShopClosureParameters) version.parameters();
        return version.rung(finding.level()).actions().stream()
                .map(action -> action.with(parameters.mode()))
                .toList();
    }

    @Override
    public Sentence reason(Finding finding, RuleVersion version) {
        Sentence window = Spans.readable(((ShopClosureParameters) version.parameters()).window());
        String upTo = Instants.readable(finding.raisedAt());
        int orders = finding.evidenceCount();
        return new Sentence(
                "Shop " + finding.subjectId() + " had " + orders + (orders == 1 ? " order" : " orders")
                        + " late to the last judgement within " + window.en() + ", up to " + upTo + '.',
                "店铺 " + finding.subjectId() + " 在 " + window.zh() + "内有 " + orders + " 笔订单发货超时达到最后一次判定，截至 " + upTo
                        + '。');
    }
}
