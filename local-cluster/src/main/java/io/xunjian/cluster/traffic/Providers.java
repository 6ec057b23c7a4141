package io.xunjian.cluster.traffic;

import static java.util.concurrent.TimeUnit.DAYS;

import io.xunjian.rules.event.EventType;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Agency providers, numbered from 1, and the shops that are bound to them. Their business is older than the start: what it
 * left is sent first. The last of them lost its shops, so that 90 days without a settlement end soon after the start; two
 * weeks later it has a shop again.
 */
final class Providers implements Activity {

    private static final double MOVES_A_DAY = 0.5;
    private static final long HISTORY = DAYS.toMillis(200);
    private static final String CATEGORY = "AGENCY_OPERATION";

    private final Shops shops;
    private final Outbox outbox;
    private final Dice dice;
    private final List<Provider> providers;
    private final DayNumbers moves = new DayNumbers("move");

    /** The provider of each shop by its number, {@code null} where it has none. */
    private final Provider[] boundTo;

    Providers(int count, Shops shops, long start, Outbox outbox, Dice dice) {
        this.shops = shops;
        this.outbox = outbox;
        this.dice = dice;
        this.providers = IntStream.rangeClosed(1, count)
                .mapToObj(number -> new Provider(number, start, dice))
                .toList();
        this.boundTo = new Provider[shops.count() + 1];
    }

    /** Posts what happened before the start. */
    void rememberUntil(long start) {
        for (Provider provider : providers) {
            outbox.post(fact(EventType.CATEGORY_GRANTED, provider, provider.id() + ":granted", provider.granted())
                    .with("categoryCode", CATEGORY));
        }
        for (int shop = 1; shop <= shops.count(); shop++) {
            settleBefore(start, shop);
            if (shop % 3 != 0) {
                Provider provider = providers.get(shop / 2 % providers.size());
                bind(shop, provider, "binding-" + Shops.id(shop), provider.granted() + dice.hours(1, 24));
            }
        }
        Provider last = providers.get(providers.size() - 1);
        for (int shop = 1; shop <= shops.count(); shop++) {
            if (boundTo[shop] == last) {
                long parted = start - DAYS.toMillis(87) - dice.hours(0, 12);
                settle(shop, parted - 1, 99);
                unbind(shop, "parting-" + Shops.id(shop), parted);
            }
        }
        bind(shops.count(), last, "binding-again-" + Shops.id(shops.count()), start + DAYS.toMillis(18));
        buyUntil(start);
    }

    @Override
    public void live(Hour hour) {
        buyUntil(hour.until());
        for (long at : hour.instants(MOVES_A_DAY, dice)) {
            int shop = 1 + dice.below(shops.count() - 1);
            String move = moves.next(at);
            if (boundTo[shop] != null) {
                unbind(shop, move + ":from", at);
            }
            bind(shop, dice.oneOf(providers.subList(0, providers.size() - 1)), move + ":to", at + dice.minutes(1, 50));
        }
    }

    static String id(int number) {
        return "provider-%02d".formatted(number);
    }

    private void buyUntil(long until) {
        for (Provider provider : providers) {
            while (provider.nextPurchase() < until) {
                buy(provider, provider.nextPurchase(), provider.purchase());
            }
        }
    }

    private void buy(Provider provider, long at, String serviceOrder) {
        outbox.post(fact(EventType.SERVICE_ORDER_PAID, provider, serviceOrder + ":paid", at)
                .with("serviceOrderId", serviceOrder)
                .with("categoryCode", CATEGORY)
                .with("amountFen", 100L * (100 + dice.below(2000))));
        if (dice.chance(0.05)) {
            outbox.post(
                    fact(EventType.SERVICE_ORDER_REFUNDED, provider, serviceOrder + ":refunded", at + dice.days(0.1, 5))
                            .with("serviceOrderId", serviceOrder));
        }
    }

    private void settleBefore(long start, int shop) {
        int number = 0;
        for (long at = start - HISTORY + dice.days(0, 20); at < start; at += dice.days(15, 25)) {
            settle(shop, at, ++number);
        }
    }

    /** An order from before the start; no other is numbered so high. */
    private void settle(int shop, long at, int number) {
        String order = "o-%s-9%03d%02d".formatted(Hour.day(at), shop, number);
        outbox.post(new Fact(EventType.ORDER_SETTLED, Shops.id(shop), order + ":settled", at)
                .with("shopId", Shops.id(shop))
                .with("orderId", order)
                .with("amountFen", 100L * (10 + dice.below(500))));
    }

    private void bind(int shop, Provider provider, String eventId, long at) {
        boundTo[shop] = provider;
        outbox.post(fact(EventType.SHOP_BOUND, provider, eventId, at).with("shopId", Shops.id(shop)));
    }

    private void unbind(int shop, String eventId, long at) {
        outbox.post(fact(EventType.SHOP_UNBOUND, boundTo[shop], eventId, at).with("shopId", Shops.id(shop)));
        boundTo[shop] = null;
    }

    private static Fact fact(EventType type, Provider provider, String eventId, long at) {
        return new Fact(type, provider.id(), eventId, at).with("providerId", provider.id());
    }
}
