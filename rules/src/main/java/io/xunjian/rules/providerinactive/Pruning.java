package io.xunjian.rules.providerinactive;

import io.xunjian.rules.Instants;
import io.xunjian.rules.Sorted;
import io.xunjian.rules.book.RuleBook;
import java.util.List;

/**
 * What of a provider can still matter once everything up to an instant has come. The days before that of the instant are
 * judged for good; of their settlements the last decides, and of their service orders those that can still count, as one
 * may be refunded.
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
        Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
        return new ProviderFacts(
                provider.grants(),
                settled(provider.settled(), day),
                provider.orders().where(order -> Instants.day(order.act().eventTime()) + longest >= day),
                provider.refunds().where(refund -> Instants.day(refund.act().eventTime()) + longest >= day),
                provider.others(),
                before,
                last == null || last.ended() < day ? null : last);
    }

    private static Sorted<ShopDay> settled(Sorted<ShopDay> all, int day) {
        ShopDay last = null;
        for (ShopDay settled : all) {
            last = settled.day() < day && settled.stands() ? settled : last;
        }
        ShopDay decisive = last;
        return all.where(settled -> settled.day() >= day || settled.equals(decisive));
    }
}
