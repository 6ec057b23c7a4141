package io.xunjian.backtest.explain;

import io.xunjian.rules.event.CallDirection;
import io.xunjian.rules.event.CallResult;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.EventBuilder;
import io.xunjian.rules.event.EventType;
import io.xunjian.rules.event.OrderType;
import io.xunjian.rules.event.TraceNode;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Events that did not happen. */
final class Hypothetical {

    /** Comes after other ids, where times are the same. */
    private static final String ID = "~hypothetical";

    /** More than any rule asks for. */
    private static final long MUCH_FEN = 1_000_000_000_000L;

    private Hypothetical() {}

    /**
     * An event of the kind that a shop or provider would have wished for: a whole shipment, an answered call, a later promise.
     *
     * @param promise epoch ms to which it puts off what was promised
     * @param like events whose ids it has
     */
    static Event event(EventType type, long at, long promise, List<Event> like) {
        return new EventBuilder()
                .type(type)
                .eventId(ID + '-' + type)
                .eventTime(at)
                .orderId(first(like, Event::orderId))
                .shopId(first(like, Event::shopId))
                .caseId(first(like, Event::caseId))
                .complaintId(first(like, Event::complaintId))
                .subjectId(first(like, Event::subjectId))
                .providerId(first(like, Event::providerId))
                .categoryCode(first(like, Event::categoryCode))
                .serviceOrderId(ID)
                .promiseShipTime(promise)
                .amountFen(MUCH_FEN)
                .orderType(OrderType.NORMAL)
                .node(TraceNode.PICKED_UP)
                .source(first(like, Event::source))
                .result(CallResult.ANSWERED)
                .direction(CallDirection.IN)
                .subjectType(first(like, Event::subjectType))
                .category(first(like, Event::category))
                .complete(true)
                .build();
    }

    /** A type for people, with what an event of it has to say. */
    static String told(EventType type) {
        return switch (type) {
            case CALL_ATTEMPT -> type + " (" + CallResult.ANSWERED + ')';
            case TRACE_NODE -> type + " (" + TraceNode.PICKED_UP + ')';
            default -> type.name();
        };
    }

    private static <T> T first(List<Event> like, Function<Event, T> field) {
        return like.stream().map(field).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
