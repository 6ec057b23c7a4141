package io.xunjian.rules.csunreachable;

import io.xunjian.rules.Evidence;
import io.xunjian.rules.FactKind;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.event.CallDirection;
import io.xunjian.rules.event.CallResult;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.EventType;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.wire.Codec;
import java.util.EnumSet;
import java.util.Set;

/** Cases of a shop's customer service, by shopId and caseId: who was called and whether somebody answered. */
final class Cases implements FactKind<CaseFacts> {

    static final Cases KIND = new Cases();

    /** Stands in no id: control characters are refused. */
    private static final char BETWEEN_IDS = '\t';

    private Cases() {}

    @Override
    public String name() {
        return "cases";
    }

    @Override
    public Set<Stream> streams() {
        return EnumSet.of(Stream.CALLS);
    }

    /** A call by the shop that nobody answered says nothing of the shop. */
    @Override
    public String keyOf(Event event) {
        boolean isFact = event.type() == EventType.CALL_ATTEMPT
                && (event.direction() == CallDirection.IN || event.result() == CallResult.ANSWERED);
        return isFact ? event.shopId() + BETWEEN_IDS + event.caseId() : null;
    }

    static String shopId(String key) {
        return key.substring(0, key.indexOf(BETWEEN_IDS));
    }

    /** Empty for the calls that belong to no case. */
    static String caseId(String key) {
        return key.substring(key.indexOf(BETWEEN_IDS) + 1);
    }

    @Override
    public CaseFacts of(Event event) {
        return CaseFacts.of(call(event));
    }

    private static Call call(Event event) {
        return new Call(
                Evidence.of(event),
                event.source(),
                event.direction() == CallDirection.IN,
                event.result() == CallResult.ANSWERED,
                event.talkSeconds());
    }

    @Override
    public CaseFacts join(CaseFacts a, CaseFacts b) {
        return a.join(b);
    }

    @Override
    public boolean contains(CaseFacts facts, Event event) {
        return facts.calls().contains(call(event));
    }

    @Override
    public CaseFacts prune(CaseFacts facts, long before, RuleBook book) {
        if (facts.calls().isEmpty() || facts.calls().first().time() > before) {
            return facts;
        }
        return new CaseFacts(
                facts.calls().where(call -> call.time() > before),
                before,
                CallWalk.upTo(before, facts, book).missed());
    }

    @Override
    public long prunedTo(CaseFacts facts) {
        return facts.prunedTo();
    }

    @Override
    public Codec<CaseFacts> codec() {
        return new CaseFactsCodec();
    }

    /** There is one kind of cases: it stays one through serialization. */
    private Object readResolve() {
        return KIND;
    }
}
