package io.xunjian.rules.event;

import io.xunjian.rules.Finding;
import io.xunjian.rules.wire.Codec;

/**
 * One thing that happened, as far as a rule can use it. Fields that its type does not have, or that were absent, are
 * {@code null}, {@code false} or {@link #ABSENT}.
 *
 * @param eventTime epoch milliseconds: the only clock that a rule sees
 * @param promiseShipTime epoch milliseconds
 * @param amountFen 1/100 yuan
 * @param talkSeconds how long the call was answered
 * @param finding for {@link EventType#FINDING}: what a rule found
 */
public record Event(
        EventType type,
        String eventId,
        long eventTime,
        String orderId,
        String shopId,
        String caseId,
        String complaintId,
        String subjectId,
        String providerId,
        String categoryCode,
        String serviceOrderId,
        long promiseShipTime,
        long amountFen,
        long talkSeconds,
        OrderType orderType,
        TraceNode node,
        CallSource source,
        CallResult result,
        CallDirection direction,
        SubjectType subjectType,
        ComplaintCategory category,
        boolean complete,
        boolean liable,
        Finding finding) {

    /** A number or an instant that the record did not have. */
    public static final long ABSENT = Long.MIN_VALUE;

    public static final Codec<Event> CODEC = new EventCodec();

    /** What a rule found, as an event for the rules over findings. It happened when the breach was raised. */
    public static Event of(Finding finding) {
        return new EventBuilder()
                .type(EventType.FINDING)
                .eventId(finding.alertId() + '#' + finding.revision())
                .eventTime(finding.raisedAt())
                .finding(finding)
                .build();
    }
}
