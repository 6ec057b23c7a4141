package io.xunjian.bench.micro;

import io.xunjian.rules.event.CallDirection;
import io.xunjian.rules.event.CallResult;
import io.xunjian.rules.event.CallSource;
import io.xunjian.rules.event.ComplaintCategory;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.EventBuilder;
import io.xunjian.rules.event.EventType;
import io.xunjian.rules.event.OrderType;
import io.xunjian.rules.event.SubjectType;
import java.time.Instant;

/** Things that happen to one shop, and to its provider. Times in hours from a midnight of the platform's zone. */
final class Acts {

    static final String SHOP = "s-1046207";

    private static final String COMPLAINT = "c-20250601-000317";
    private static final String CASE = "case-20250601-0042";
    private static final String PROVIDER = "p-20871";
    private static final String AGENCY = "AGENCY_OPERATION";
    private static final long MIDNIGHT =
            Instant.parse("2025-06-01T00:00:00+08:00").toEpochMilli();
    private static final long HOUR = 60 * 60 * 1_000L;

    private Acts() {}

    /** Epoch ms. */
    static long at(long hour) {
        return MIDNIGHT + hour * HOUR;
    }

    static Event paid(String orderId, long hour) {
        return act(EventType.ORDER_PAID, hour, orderId)
                .orderId(orderId)
                .shopId(SHOP)
                .orderType(OrderType.NORMAL)
                .promiseShipTime(at(hour + 48))
                .amountFen(15_900)
                .build();
    }

    static Event shipped(String orderId, long hour) {
        return act(EventType.SHIP_CONFIRMED, hour, orderId)
                .orderId(orderId)
                .shopId(SHOP)
                .complete(true)
                .build();
    }

    static Event call(CallResult result, long hour) {
        return act(EventType.CALL_ATTEMPT, hour, "call")
                .shopId(SHOP)
                .caseId(CASE)
                .source(CallSource.PLATFORM_SPOT_CHECK)
                .direction(CallDirection.IN)
                .result(result)
                .build();
    }

    static Event complained(long hour) {
        return act(EventType.COMPLAINT_CREATED, hour, COMPLAINT)
                .complaintId(COMPLAINT)
                .subjectType(SubjectType.SHOP)
                .subjectId(SHOP)
                .category(ComplaintCategory.SERVICE)
                .build();
    }

    /** An answer to the complaint, or its end. */
    static Event toComplaint(EventType type, long hour) {
        return act(type, hour, COMPLAINT).complaintId(COMPLAINT).build();
    }

    static Event granted(long hour) {
        return act(EventType.CATEGORY_GRANTED, hour, PROVIDER)
                .providerId(PROVIDER)
                .categoryCode(AGENCY)
                .build();
    }

    static Event bound(long hour) {
        return act(EventType.SHOP_BOUND, hour, PROVIDER)
                .providerId(PROVIDER)
                .shopId(SHOP)
                .build();
    }

    static Event settled(long hour) {
        return act(EventType.ORDER_SETTLED, hour, SHOP)
                .shopId(SHOP)
                .orderId("o-" + hour)
                .amountFen(15_900)
                .build();
    }

    static Event serviceOrdered(long hour) {
        return act(EventType.SERVICE_ORDER_PAID, hour, PROVIDER)
                .providerId(PROVIDER)
                .serviceOrderId("so-" + hour)
                .categoryCode(AGENCY)
                .amountFen(99_900)
                .build();
    }

    private static EventBuilder act(EventType type, long hour, String of) {
        return new EventBuilder()
                .type(type)
                .eventId(type + "-" + of + '-' + hour)
                .eventTime(at(hour));
    }
}
