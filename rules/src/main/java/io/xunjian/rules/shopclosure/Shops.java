package io.xunjian.rules.shopclosure;

import io.xunjian.rules.FactKind;
import io.xunjian.rules.Finding;
import io.xunjian.rules.Instants;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.EventType;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.lateshipment.LateShipment;
import io.xunjian.rules.wire.Codec;
import java.util.EnumSet;
import java.util.Set;

/** Shops, by shopId: their orders that were late to the last level. */
final class Shops implements FactKind<ShopFacts> {

    static final Shops KIND = new Shops();

    private Shops() {}

    @Override
    public String name() {
        return "shops";
    }

    @Override
    public Set<Stream> streams() {
        return EnumSet.noneOf(Stream.class);
    }

    @Override
    public Set<String> findings() {
        return Set.of(LateShipment.CODE);
    }

    @Override
    public String keyOf(Event event) {
        if (event.type() != EventType.FINDING) {
            return null;
        }
        Finding finding = event.finding();
        return finding.isLast() && finding.ruleCode().equals(LateShipment.CODE) ? finding.subjectId() : null;
    }

    @Override
    public ShopFacts of(Event event) {
        Finding finding = event.finding();
        return ShopFacts.of(new Breach(
                finding.alertId(),
                finding.keys().get("orderId"),
                finding.raisedAt(),
                finding.stands(),
                finding.revision()));
    }

    @Override
    public ShopFacts join(ShopFacts a, ShopFacts b) {
        return a.join(b);
    }

    @Override
    public boolean contains(ShopFacts facts, Event event) {
        Finding finding = event.finding();
        return facts.breaches().stream()
                .anyMatch(breach ->
                        breach.alertId().equals(finding.alertId()) && breach.revision() >= finding.revision());
    }

    @Override
    public ShopFacts prune(ShopFacts facts, long before, RuleBook book) {
        return Episodes.prune(facts, Instants.minus(before, ShopClosure.REVOCABLE), book);
    }

    @Override
    public long prunedTo(ShopFacts facts) {
        return facts.prunedTo();
    }

    @Override
    public Codec<ShopFacts> codec() {
        return new ShopFactsCodec();
    }

    /** There is one kind of shops: it stays one through serialization. */
    private Object readResolve() {
        return KIND;
    }
}
