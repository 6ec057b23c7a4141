package io.xunjian.rules.providerinactive;

import io.xunjian.rules.Evidence;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Sorted;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.book.RuleVersion;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What of a provider can still matter once everything up to an instant has come. The days before that of the instant are
 * judged for good; of their settlements the last decides, and of their service orders those that can still count, as one
 * may be refunded or paid again, and the last that did, as it is evidence.
 */
final class Pruning {

    private Pruning() {}

    static ProviderFacts of(ProviderFacts provider, long before, RuleBook book) {
        int day = Instants.day(before);
        if (provider.prunedTo() != Instants.BEFORE_ALL && day <= Instants.day(provider.prunedTo())) {
            return provider;
        }
        int from = day - ProviderInactiveParameters.longestDays(book);
        List<Run> runs = InactiveDays.upTo(day - 1, provider, book);
        Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
        Set<String> orders = orders(provider, from, day, book);
        return new ProviderFacts(
                provider.grants(),
                settled(provider.settled(), day),
                provider.orders().where(order -> orders.contains(order.serviceOrderId())),
                provider.refunds()
                        .where(refund -> Instants.day(refund.act().eventTime()) >= from
                                || orders.contains(refund.serviceOrderId())),
                provider.others(),
                before,
                last == null || last.ended() < day ? null : last);
    }

    private static Sorted<ShopDay> settled(Sorted<ShopDay> all, int day) {
        ShopDay last = null;
        for (ShopDay settled : all) {
            boolean isLater = last == null || settled.day() > last.day();
            last = settled.day() < day && settled.stands() && isLater ? settled : last;
        }
        ShopDay decisive = last;
        return all.where(settled -> settled.day() >= day || settled.equals(decisive));
    }

    /** The ids of those that can still count, and, by each version, of the one that counted longest. */
    private static Set<String> orders(ProviderFacts provider, int from, int day, RuleBook book) {
        Set<String> ids = new HashSet<>();
        for (ServiceOrder order : provider.orders()) {
            if (Instants.day(order.act().eventTime()) >= from) {
                ids.add(order.serviceOrderId());
            }
        }
        for (RuleVersion version : book.versions(ProviderInactive.CODE)) {
            Leg leg = Leg.serviceOrders(provider, (ProviderInactiveParameters) version.parameters());
            leg.advance(day);
            if (leg.longest() != null) {
                Evidence paid = leg.longest().acts().get(0);
                ids.add(provider.orders().get(ServiceOrder.paid(paid)).serviceOrderId());
            }
        }
        return ids;
    }
}
