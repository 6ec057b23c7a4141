package io.xunjian.rules.providerinactive;

import static io.xunjian.rules.Instants.NEVER;

import io.xunjian.rules.FactKind;
import io.xunjian.rules.Finding;
import io.xunjian.rules.Judgement;
import io.xunjian.rules.Status;
import io.xunjian.rules.Verdict;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.event.SubjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whose a shop's settlements are: a finding for each day on which the shop had one while it was bound to a provider. No
 * breach, but what the provider is judged by.
 *
 * <p>Key: shopId. Looks again when a day with settlements is over. A shop stays while it is bound.
 */
final class SettledWhileBound implements Judgement<BoundShop> {

    static final String CODE = "SETTLED_WHILE_BOUND";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public FactKind<BoundShop> facts() {
        return BoundShops.KIND;
    }

    @Override
    public Verdict judge(String shopId, BoundShop shop, long asOf, RuleBook book) {
        Attribution walk = Attribution.upTo(NEVER, shop);
        List<Finding> findings = new ArrayList<>();
        long nextLook = NEVER;
        long lastOver = shop.latest();
        for (SettledDay day : walk.settled()) {
            lastOver = Math.max(lastOver, day.over());
            if (day.over() > asOf) {
                nextLook = Math.min(nextLook, day.over());
            } else {
                findings.add(finding(shopId, day));
            }
        }
        return new Verdict(findings, nextLook, walk.binding() == null ? lastOver : NEVER);
    }

    private static Finding finding(String shopId, SettledDay day) {
        return new Finding(
                CODE + ':' + shopId + ':' + day.providerId() + ':' + day.day(),
                CODE,
                0,
                SubjectType.PROVIDER,
                day.providerId(),
                Map.of("shopId", shopId),
                1,
                true,
                Status.OPEN,
                day.over(),
                NEVER,
                null,
                List.of(day.bound(), day.settled()),
                2,
                1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SettledWhileBound;
    }

    @Override
    public int hashCode() {
        return CODE.hashCode();
    }
}
