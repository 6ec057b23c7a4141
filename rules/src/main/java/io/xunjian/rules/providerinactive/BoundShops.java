package io.xunjian.rules.providerinactive;

import io.xunjian.rules.Evidence;
import io.xunjian.rules.FactKind;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.EventType;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.wire.Codec;
import java.util.EnumSet;
import java.util.Set;

/** Shops, by shopId: to whom they were bound, and when they had settlements. */
final class BoundShops implements FactKind<BoundShop> {

    static final BoundShops KIND = new BoundShops();

    private BoundShops() {}

    @Override
    public String name() {
        return "bound-shops";
    }

    @Override
    public Set<Stream> streams() {
        return EnumSet.of(Stream.PROVIDERS, Stream.SETTLEMENTS);
    }

    @Override
    public String keyOf(Event event) {
        return switch (event.type()) {
            case SHOP_BOUND, SHOP_UNBOUND, ORDER_SETTLED -> event.shopId();
            default -> null;
        };
    }

    @Override
    public BoundShop of(Event event) {
        return event.type() == EventType.ORDER_SETTLED ? BoundShop.of(Evidence.of(event)) : BoundShop.of(change(event));
    }

    private static BindingChange change(Event event) {
        return new BindingChange(Evidence.of(event), event.providerId(), event.type() == EventType.SHOP_BOUND);
    }

    @Override
    public BoundShop join(BoundShop a, BoundShop b) {
        return a.join(b);
    }

    @Override
    public boolean contains(BoundShop facts, Event event) {
        return event.type() == EventType.ORDER_SETTLED
                ? facts.settlements().contains(Evidence.of(event))
                : facts.changes().contains(change(event));
    }

    @Override
    public BoundShop prune(BoundShop facts, long before, RuleBook book) {
        boolean isEarlier =
                (!facts.changes().isEmpty() && facts.changes().first().act().eventTime() <= before)
                        || (!facts.settlements().isEmpty()
                                && facts.settlements().first().eventTime() <= before);
        if (!isEarlier) {
            return facts;
        }
        Attribution walk = Attribution.upTo(before, facts);
        return new BoundShop(
                facts.changes().where(change -> change.act().eventTime() > before),
                facts.settlements().where(settlement -> settlement.eventTime() > before),
                before,
                walk.binding(),
                walk.settled().stream().filter(day -> day.over() > before).toList());
    }

    @Override
    public long prunedTo(BoundShop facts) {
        return facts.prunedTo();
    }

    @Override
    public Codec<BoundShop> codec() {
        return new BoundShopCodec();
    }

    /** There is one kind of bound shops: it stays one through serialization. */
    private Object readResolve() {
        return KIND;
    }
}
