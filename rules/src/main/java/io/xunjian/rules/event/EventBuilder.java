package io.xunjian.rules.event;

import io.xunjian.rules.Finding;

/** Puts an {@link Event} together field by field. May be used again after {@link #clear}. */
public final class EventBuilder {

    private EventType type;
    private String eventId;
    private long eventTime;
    private String orderId;
    private String shopId;
    private String caseId;
    private String complaintId;
    private String subjectId;
    private String providerId;
    private String categoryCode;
    private String serviceOrderId;
    private long promiseShipTime;
    private long amountFen;
    private long talkSeconds;
    private OrderType orderType;
    private TraceNode node;
    private CallSource source;
    private CallResult result;
    private CallDirection direction;
    private SubjectType subjectType;
    private ComplaintCategory category;
    private boolean complete;
    private boolean liable;
    private Finding finding;

    public EventBuilder() {
        clear();
    }

    /** Forgets every field. */
    public void clear() {
        type = null;
        eventId = null;
        eventTime = 0;
        orderId = null;
        shopId = null;
        caseId = null;
        complaintId = null;
        subjectId = null;
        providerId = null;
        categoryCode = null;
        serviceOrderId = null;
        promiseShipTime = Event.ABSENT;
        amountFen = Event.ABSENT;
        talkSeconds = Event.ABSENT;
        orderType = null;
        node = null;
        source = null;
        result = null;
        direction = null;
        subjectType = null;
        category = null;
        complete = false;
        liable = false;
        finding = null;
    }

    public EventBuilder type(EventType value) {
        type = value;
        return this;
    }

    public EventBuilder eventId(String value) {
        eventId = value;
        return this;
    }

    public EventBuilder eventTime(long value) {
        eventTime = value;
        return this;
    }

    public EventBuilder orderId(String value) {
        orderId = value;
        return this;
    }

    public EventBuilder shopId(String value) {
        shopId = value;
        return this;
    }

    public EventBuilder caseId(String value) {
        caseId = value;
        return this;
    }

    public EventBuilder complaintId(String value) {
        complaintId = value;
        return this;
    }

    public EventBuilder subjectId(String value) {
        subjectId = value;
        return this;
    }

    public EventBuilder providerId(String value) {
        providerId = value;
        return this;
    }

    public EventBuilder categoryCode(String value) {
        categoryCode = value;
        return this;
    }

    public EventBuilder serviceOrderId(String value) {
        serviceOrderId = value;
        return this;
    }

    public EventBuilder promiseShipTime(long value) {
        promiseShipTime = value;
        return this;
    }

    public EventBuilder amountFen(long value) {
        amountFen = value;
        return this;
    }

    public EventBuilder talkSeconds(long value) {
        talkSeconds = value;
        return this;
    }

    public EventBuilder orderType(OrderType value) {
        orderType = value;
        return this;
    }

    public EventBuilder node(TraceNode value) {
        node = value;
        return this;
    }

    public EventBuilder source(CallSource value) {
        source = value;
        return this;
    }

    public EventBuilder result(CallResult value) {
        result = value;
        return this;
    }

    public EventBuilder direction(CallDirection value) {
        direction = value;
        return this;
    }

    public EventBuilder subjectType(SubjectType value) {
        subjectType = value;
        return this;
    }

    public EventBuilder category(ComplaintCategory value) {
        category = value;
        return this;
    }

    public EventBuilder complete(boolean value) {
        complete = value;
        return this;
    }

    public EventBuilder liable(boolean value) {
        liable = value;
        return this;
    }

    public EventBuilder finding(Finding value) {
        finding = value;
        return this;
    }

    public Event build() {
        return new Event(
                type,
                eventId,
                eventTime,
                orderId,
                shopId,
                caseId,
                complaintId,
                subjectId,
                providerId,
                categoryCode,
                serviceOrderId,
                promiseShipTime,
                amountFen,
                talkSeconds,
                orderType,
                node,
                source,
                result,
                direction,
                subjectType,
                category,
                complete,
                liable,
                finding);
    }
}
