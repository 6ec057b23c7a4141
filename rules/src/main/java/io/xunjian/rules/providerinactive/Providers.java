package io.xunjian.rules.providerinactive;

import io.xunjian.rules.Evidence;
import io.xunjian.rules.FactKind;
import io.xunjian.rules.Finding;
import io.xunjian.rules.Instants;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.EventType;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.wire.Codec;
import java.util.EnumSet;
import java.util.Set;

/** Service providers, by providerId: what they were granted, what was ordered of them, and when their shops had settlements. */
final class Providers implements FactKind<ProviderFacts> {

    static final Providers KIND = new Providers();

    private Providers() {}

    @Override
    public String name() {
        return "providers";
    }

    @Override
    public Set<Stream> streams() {
        return EnumSet.of(Stream.PROVIDERS);
    }

    @Override
    public Set<String> findings() {
        return Set.of(SettledWhileBound.CODE);
    }

    @Override
    public String keyOf(Event event) {
        return switch (event.type()) {
            case CATEGORY_GRANTED, SERVICE_ORDER_PAID, SERVICE_ORDER_REFUNDED -> event.providerId();
            case FINDING ->
                event.finding().ruleCode().equals(SettledWhileBound.CODE)
                        ? event.finding().subjectId()
                        : null;
            default -> null;
        };
    }

    @Override
    public ProviderFacts of(Event event) {
        return switch (event.type()) {
            case CATEGORY_GRANTED -> ProviderFacts.of(grant(event));
            case SERVICE_ORDER_PAID -> ProviderFacts.of(order(event));
            case SERVICE_ORDER_REFUNDED -> ProviderFacts.of(refund(event));
            case FINDING -> ProviderFacts.of(day(event.finding()));
            default -> throw new IllegalArgumentException(event.type() + " is no fact of a provider");
        };
    }

    private static Grant grant(Event event) {
        return new Grant(event.categoryCode(), Evidence.of(event));
    }

    private static ServiceOrder order(Event event) {
        return new ServiceOrder(Evidence.of(event), event.serviceOrderId(), event.categoryCode(), event.amountFen());
    }

    private static Refund refund(Event event) {
        return new Refund(event.serviceOrderId(), Evidence.of(event));
    }

    private static ShopDay day(Finding finding) {
        return new ShopDay(
                Instants.day(finding.raisedAt()),
                finding.keys().get("shopId"),
                finding.stands(),
                finding.revision(),
                finding.evidence().get(0),
                finding.evidence().get(1));
    }

    @Override
    public ProviderFacts join(ProviderFacts a, ProviderFacts b) {
        return a.join(b);
    }

    @Override
    public boolean contains(ProviderFacts facts, Event event) {
        return switch (event.type()) {
            case CATEGORY_GRANTED -> facts.contains(grant(event));
            case SERVICE_ORDER_PAID -> facts.orders().contains(order(event));
            case SERVICE_ORDER_REFUNDED -> facts.contains(refund(event));
            default -> event.type() == EventType.FINDING && facts.contains(day(event.finding()));
        };
    }

    @Override
    public ProviderFacts prune(ProviderFacts facts, long before, RuleBook book) {
        return Pruning.of(facts, before, book);
    }

    @Override
    public long prunedTo(ProviderFacts facts) {
        return facts.prunedTo();
    }

    @Override
    public Codec<ProviderFacts> codec() {
        return new ProviderFactsCodec();
    }

    /** There is one kind of providers: it stays one through serialization. */
    private Object readResolve() {
        return KIND;
    }
}
