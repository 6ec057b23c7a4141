package io.xunjian.rules.json;

import static io.xunjian.rules.json.Field.*;

import io.xunjian.rules.event.EventType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The fields of each type of event: those it must have and those it may have. */
final class Schema {

    private static final Map<EventType, Schema> ALL = new EnumMap<>(EventType.class);

    final Field[] required;
    final Field[] optional;

    /** One bit for each field that the type names, by ordinal. */
    final long named;

    /** The least that amountFen may be. */
    final long leastAmount;

    private Schema(List<Field> required, List<Field> optional, long leastAmount) {
        this.required = required.toArray(Field[]::new);
        this.optional = optional.toArray(Field[]::new);
        this.leastAmount = leastAmount;
        long bits = bit(EVENT_ID) | bit(EVENT_TYPE) | bit(EVENT_TIME);
        for (Field field : required) {
            bits |= bit(field);
        }
        for (Field field : optional) {
            bits |= bit(field);
        }
        this.named = bits;
    }

    static {
        type(EventType.HEARTBEAT, List.of());
        type(
                EventType.ORDER_PAID,
                List.of(ORDER_ID, SHOP_ID),
                PROMISE_SHIP_TIME,
                PAID_AMOUNT_FEN,
                BUYER_ID,
                ORDER_TYPE);
        type(EventType.PROMISE_CHANGED, List.of(ORDER_ID, SHOP_ID, PROMISE_SHIP_TIME), REASON);
        type(EventType.ORDER_CANCELLED, List.of(ORDER_ID, SHOP_ID), REASON);
        type(EventType.REFUND_AGREED, List.of(ORDER_ID, SHOP_ID));
        type(EventType.REFUND_APPLIED, List.of(ORDER_ID, SHOP_ID));
        type(
                EventType.SHIP_CONFIRMED,
                List.of(ORDER_ID, SHOP_ID, CARRIER_CODE, TRACKING_NUMBER),
                COMPLETE,
                CONSIGNEE_KEY);
        type(EventType.TRACE_NODE, List.of(CARRIER_CODE, TRACKING_NUMBER, NODE), ORDER_ID, SHOP_ID, REGION_CODE);
        type(EventType.CALL_ATTEMPT, List.of(SHOP_ID, SOURCE, RESULT), CASE_ID, DIRECTION, TALK_SECONDS);
        type(EventType.COMPLAINT_CREATED, List.of(COMPLAINT_ID, SUBJECT_TYPE, SUBJECT_ID, CATEGORY), ORDER_ID);
        type(EventType.COMPLAINT_RESPONDED, List.of(COMPLAINT_ID));
        type(EventType.COMPLAINT_RESOLVED, List.of(COMPLAINT_ID));
        type(EventType.COMPLAINT_WITHDRAWN, List.of(COMPLAINT_ID));
        type(EventType.COMPLAINT_REOPENED, List.of(COMPLAINT_ID));
        type(EventType.COMPLAINT_JUDGED, List.of(COMPLAINT_ID, LIABLE), COMPENSATION_FEN);
        type(EventType.COMPLAINT_COMPENSATED, List.of(COMPLAINT_ID), AMOUNT_FEN);
        typeOfAmount(EventType.ORDER_SETTLED, List.of(SHOP_ID, ORDER_ID, AMOUNT_FEN));
        typeOfAmount(EventType.SETTLEMENT_REVERSED, List.of(SHOP_ID, ORDER_ID, AMOUNT_FEN));
        type(EventType.CATEGORY_GRANTED, List.of(PROVIDER_ID, CATEGORY_CODE));
        type(EventType.SHOP_BOUND, List.of(PROVIDER_ID, SHOP_ID));
        type(EventType.SHOP_UNBOUND, List.of(PROVIDER_ID, SHOP_ID));
        type(EventType.SERVICE_ORDER_PAID, List.of(PROVIDER_ID, SERVICE_ORDER_ID, CATEGORY_CODE, AMOUNT_FEN), SHOP_ID);
        type(EventType.SERVICE_ORDER_REFUNDED, List.of(PROVIDER_ID, SERVICE_ORDER_ID));
    }

    private static void type(EventType type, List<Field> required, Field... optional) {
        ALL.put(type, new Schema(required, List.of(optional), 0));
    }

    /** A type whose amountFen must be more than nothing. */
    private static void typeOfAmount(EventType type, List<Field> required) {
        ALL.put(type, new Schema(required, List.of(), 1));
    }

    static Schema of(EventType type) {
        return ALL.get(type);
    }

    static long bit(Field field) {
        return 1L << field.ordinal();
    }
}
