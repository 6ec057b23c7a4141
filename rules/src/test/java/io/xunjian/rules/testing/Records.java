package io.xunjian.rules.testing;

import io.xunjian.rules.event.EventType;
import io.xunjian.rules.event.Stream;
import java.util.ArrayList;
import java.util.List;

/** Good records, one for each type of event, with every field that the contract names for it. */
public final class Records {

    private static final String ORDER = "'orderId':'O1','shopId':'S1'";
    private static final String PARCEL = "'carrierCode':'SF','trackingNumber':'SF1'";
    private static final String COMPLAINT = "'complaintId':'C1'";
    private static final String PROVIDER = "'providerId':'P1'";

    private Records() {}

    /** A good record of a stream. */
    public record Good(Stream stream, EventType type, String json) {

        @Override
        public String toString() {
            return type + " on " + stream.topic();
        }
    }

    /** JSON with single quotes for double ones. */
    public static String json(String text) {
        return text.replace('\'', '"');
    }

    /** A record that has the id "e1" and happened at {@link Times#NOON}. */
    public static String record(EventType type, String fields) {
        String rest = fields.isEmpty() ? "" : "," + fields;
        return json("{'eventId':'e1','eventType':'" + type + "','eventTime':" + Times.NOON + rest + "}");
    }

    /** Every type on its stream; heartbeats on all. */
    public static List<Good> all() {
        List<Good> all = new ArrayList<>();
        for (EventType type : EventType.values()) {
            if (type.stream() != null) {
                all.add(new Good(type.stream(), type, record(type, fields(type))));
            }
        }
        for (Stream stream : Stream.values()) {
            all.add(new Good(stream, EventType.HEARTBEAT, record(EventType.HEARTBEAT, "")));
        }
        return all;
    }

    private static String fields(EventType type) {
        return switch (type) {
            case HEARTBEAT, FINDING -> "";
            case ORDER_PAID ->
                ORDER + ",'promiseShipTime':" + Times.NEXT_NOON
                        + ",'paidAmountFen':100,'buyerId':'B1','orderType':'PRESALE'";
            case PROMISE_CHANGED -> ORDER + ",'promiseShipTime':" + Times.NEXT_NOON + ",'reason':'缺货'";
            case ORDER_CANCELLED -> ORDER + ",'reason':'out of stock'";
            case REFUND_AGREED, REFUND_APPLIED -> ORDER;
            case SHIP_CONFIRMED -> ORDER + "," + PARCEL + ",'complete':false,'consigneeKey':'K1'";
            case TRACE_NODE -> PARCEL + ",'node':'IN_TRANSIT'," + ORDER + ",'regionCode':'310000'";
            case CALL_ATTEMPT ->
                "'shopId':'S1','source':'BUYER','result':'ANSWERED','caseId':'K1','direction':'OUT','talkSeconds':7";
            case COMPLAINT_CREATED ->
                COMPLAINT + ",'subjectType':'PROVIDER','subjectId':'P1','category':'COURIER','orderId':'O1'";
            case COMPLAINT_RESPONDED, COMPLAINT_RESOLVED, COMPLAINT_WITHDRAWN, COMPLAINT_REOPENED -> COMPLAINT;
            case COMPLAINT_JUDGED -> COMPLAINT + ",'liable':true,'compensationFen':5";
            case COMPLAINT_COMPENSATED -> COMPLAINT + ",'amountFen':5";
            case ORDER_SETTLED, SETTLEMENT_REVERSED -> ORDER + ",'amountFen':1";
            case CATEGORY_GRANTED -> PROVIDER + ",'categoryCode':'AGENCY_OPERATION'";
            case SHOP_BOUND, SHOP_UNBOUND -> PROVIDER + ",'shopId':'S1'";
            case SERVICE_ORDER_PAID ->
                PROVIDER + ",'serviceOrderId':'V1','categoryCode':'AGENCY_OPERATION','amountFen':0,'shopId':'S1'";
            case SERVICE_ORDER_REFUNDED -> PROVIDER + ",'serviceOrderId':'V1'";
        };
    }
}
