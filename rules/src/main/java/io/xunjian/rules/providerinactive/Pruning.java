package io.xunjian.rules.providerinactive;

import io.xunjian.rules.Instants;
import io.xunjian.rules.Sorted;
import io.xunjian.rules.book.RuleBook;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of a provider can still matter once everything up to an instant has come. The days before that of the instant are
 * judged for good; of their settlements the last decides, and of their service orders those that can still count, as one
 * may be refunded. What decided on the day before is there as well: a run that begins on the day itself rests on it.
 */
final class Pruning {

    private Pruning() {}

    static ProviderFacts of(ProviderFacts provider, long before, RuleBook book) {
        int day = Instants.day(before);
        if (provider.prunedTo() != Instants.BEFORE_ALL && day <= Instants.day(provider.prunedTo())) {
            return provider;
        }
        int longest = ProviderInactiveParameters.longestDays(book);
        List<Run> runs = InactiveDays.upTo(day - 1, provider, book);
        Sorted<ServiceOrder> orders =
                provider.orders().where(order -> Instants.day(order.act().eventTime()) + longest >= day - 1);
        Set<String> ids = orders.stream().map(ServiceOrder::serviceOrderId).collect(Collectors.toSet());
        Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
        return new ProviderFacts(
                provider.grants(),
                settled(provider.settled(), day),
                orders,
                provider.refunds()
                        .where(refund -> Instants.day(refund.act().eventTime()) + longest >= day - 1
                                || ids.contains(refund.serviceOrderId())),
                provider.others(),
                before,
                last == null || last.ended() < day ? null : last);
    }

    private static Sorted<ShopDay> settled(Sorted<ShopDay> all, int day) {
        ShopDay last = null;
        for (ShopDay settled : all) {
            last = settled.day() < day - 1 && settled.stands() ? settled : last;
        }
        ShopDay decisive = last;
        return all.where(settled -> settled.day() >= day - 1 || settled.equals(decisive));
    }
}
