package io.xunjian.rules.json;

import static io.xunjian.rules.json.Field.*;

import io.xunjian.rules.event.CallDirection;
import io.xunjian.rules.event.CallResult;
import io.xunjian.rules.event.CallSource;
import io.xunjian.rules.event.ComplaintCategory;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.EventBuilder;
import io.xunjian.rules.event.EventType;
import io.xunjian.rules.event.OrderType;
import io.xunjian.rules.event.SubjectType;
import io.xunjian.rules.event.TraceNode;

/** Makes an event of slots that were found to be fine, with the defaults of what is absent. */
final class Assembly {

    private static final OrderType[] ORDER_TYPES = OrderType.values();
    private static final TraceNode[] NODES = TraceNode.values();
    private static final CallSource[] SOURCES = CallSource.values();
    private static final CallResult[] RESULTS = CallResult.values();
    private static final CallDirection[] DIRECTIONS = CallDirection.values();
    private static final SubjectType[] SUBJECT_TYPES = SubjectType.values();
    private static final ComplaintCategory[] CATEGORIES = ComplaintCategory.values();

    private final Slots slots;
    private final EventBuilder builder = new EventBuilder();

    Assembly(Slots slots) {
        this.slots = slots;
    }

    Event build(EventType type, Schema schema) {
        builder.clear();
        builder.type(type).eventId(slots.text(EVENT_ID)).eventTime(slots.instant(EVENT_TIME));
        for (Field each : schema.required) {
            set(each);
        }
        for (Field each : schema.optional) {
            set(each);
        }
        return withDefaults(type).build();
    }

    private EventBuilder withDefaults(EventType type) {
        switch (type) {
            case ORDER_PAID -> {
                if (slots.content(ORDER_TYPE) != Slots.Content.TEXT) {
                    builder.orderType(OrderType.NORMAL);
                }
            }
            case SHIP_CONFIRMED -> builder.complete(slots.content(COMPLETE) != Slots.Content.FALSE);
            case CALL_ATTEMPT -> {
                if (slots.content(CASE_ID) != Slots.Content.TEXT) {
                    builder.caseId("");
                }
                if (slots.content(DIRECTION) != Slots.Content.TEXT) {
                    builder.direction(CallDirection.IN);
                }
            }
            default -> {}
        }
        return builder;
    }

    private void set(Field each) {
        Slots.Content content = slots.content(each);
        if (content == null || content == Slots.Content.BLANK) {
            return;
        }
        int choice = (int) slots.number(each);
        switch (each) {
            case ORDER_ID -> builder.orderId(slots.text(each));
            case SHOP_ID -> builder.shopId(slots.text(each));
            case CASE_ID -> builder.caseId(slots.text(each));
            case COMPLAINT_ID -> builder.complaintId(slots.text(each));
            case SUBJECT_ID -> builder.subjectId(slots.text(each));
            case PROVIDER_ID -> builder.providerId(slots.text(each));
            case CATEGORY_CODE -> builder.categoryCode(slots.text(each));
            case SERVICE_ORDER_ID -> builder.serviceOrderId(slots.text(each));
            case PROMISE_SHIP_TIME -> builder.promiseShipTime(slots.instant(each));
            case AMOUNT_FEN -> builder.amountFen(slots.number(each));
            case TALK_SECONDS -> builder.talkSeconds(slots.number(each));
            case ORDER_TYPE -> builder.orderType(ORDER_TYPES[choice]);
            case NODE -> builder.node(NODES[choice]);
            case SOURCE -> builder.source(SOURCES[choice]);
            case RESULT -> builder.result(RESULTS[choice]);
            case DIRECTION -> builder.direction(DIRECTIONS[choice]);
            case SUBJECT_TYPE -> builder.subjectType(SUBJECT_TYPES[choice]);
            case CATEGORY -> builder.category(CATEGORIES[choice]);
            case LIABLE -> builder.liable(content == Slots.Content.TRUE);
            default -> {} // checked, used by no rule
        }
    }
}
