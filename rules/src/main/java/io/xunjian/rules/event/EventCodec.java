package io.xunjian.rules.event;

import io.xunjian.rules.Finding;
import io.xunjian.rules.wire.Codec;
import io.xunjian.rules.wire.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Writes the fields that an event has: a bit for each field, then the present ones in the record's order. */
final class EventCodec implements Codec<Event> {

    private static final int ORDER_ID = 1 << 0;
    private static final int SHOP_ID = 1 << 1;
    private static final int CASE_ID = 1 << 2;
    private static final int COMPLAINT_ID = 1 << 3;
    private static final int SUBJECT_ID = 1 << 4;
    private static final int PROVIDER_ID = 1 << 5;
    private static final int CATEGORY_CODE = 1 << 6;
    private static final int SERVICE_ORDER_ID = 1 << 7;
    private static final int PROMISE_SHIP_TIME = 1 << 8;
    private static final int AMOUNT_FEN = 1 << 9;
    private static final int TALK_SECONDS = 1 << 10;
    private static final int ORDER_TYPE = 1 << 11;
    private static final int NODE = 1 << 12;
    private static final int SOURCE = 1 << 13;
    private static final int RESULT = 1 << 14;
    private static final int DIRECTION = 1 << 15;
    private static final int SUBJECT_TYPE = 1 << 16;
    private static final int CATEGORY = 1 << 17;
    private static final int FINDING = 1 << 18;
    private static final int COMPLETE = 1 << 19;
    private static final int LIABLE = 1 << 20;
    private static final OrderType[] ORDER_TYPES = OrderType.values();
    private static final TraceNode[] NODES = TraceNode.values();
    private static final CallSource[] SOURCES = CallSource.values();
    private static final CallResult[] RESULTS = CallResult.values();
    private static final CallDirection[] DIRECTIONS = CallDirection.values();
    private static final SubjectType[] SUBJECT_TYPES = SubjectType.values();
    private static final ComplaintCategory[] CATEGORYS = ComplaintCategory.values();

    @Override
    public String name() {
        return "event";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(Event event, DataOutput out) throws IOException {
        int present = present(event);
        out.writeByte(event.type().ordinal());
        Wire.writeNumber(present, out);
        Wire.writeText(event.eventId(), out);
        Wire.writeNumber(event.eventTime(), out);
        writeTexts(event, present, out);
        writeNumbersAndChoices(event, present, out);
        if ((present & FINDING) != 0) {
            Finding.CODEC.write(event.finding(), out);
        }
    }

    private static int present(Event event) {
        return (event.orderId() != null ? ORDER_ID : 0)
                | (event.shopId() != null ? SHOP_ID : 0)
                | (event.caseId() != null ? CASE_ID : 0)
                | (event.complaintId() != null ? COMPLAINT_ID : 0)
                | (event.subjectId() != null ? SUBJECT_ID : 0)
                | (event.providerId() != null ? PROVIDER_ID : 0)
                | (event.categoryCode() != null ? CATEGORY_CODE : 0)
                | (event.serviceOrderId() != null ? SERVICE_ORDER_ID : 0)
                | (event.promiseShipTime() != Event.ABSENT ? PROMISE_SHIP_TIME : 0)
                | (event.amountFen() != Event.ABSENT ? AMOUNT_FEN : 0)
                | (event.talkSeconds() != Event.ABSENT ? TALK_SECONDS : 0)
                | (event.orderType() != null ? ORDER_TYPE : 0)
                | (event.node() != null ? NODE : 0)
                | (event.source() != null ? SOURCE : 0)
                | (event.result() != null ? RESULT : 0)
                | (event.direction() != null ? DIRECTION : 0)
                | (event.subjectType() != null ? SUBJECT_TYPE : 0)
                | (event.category() != null ? CATEGORY : 0)
                | (event.finding() != null ? FINDING : 0)
                | (event.complete() ? COMPLETE : 0)
                | (event.liable() ? LIABLE : 0);
    }

    private static void writeTexts(Event event, int present, DataOutput out) throws IOException {
        writeText(event.orderId(), present & ORDER_ID, out);
        writeText(event.shopId(), present & SHOP_ID, out);
        writeText(event.caseId(), present & CASE_ID, out);
        writeText(event.complaintId(), present & COMPLAINT_ID, out);
        writeText(event.subjectId(), present & SUBJECT_ID, out);
        writeText(event.providerId(), present & PROVIDER_ID, out);
        writeText(event.categoryCode(), present & CATEGORY_CODE, out);
        writeText(event.serviceOrderId(), present & SERVICE_ORDER_ID, out);
    }

    private static void writeNumbersAndChoices(Event event, int present, DataOutput out) throws IOException {
        writeNumber(event.promiseShipTime(), present & PROMISE_SHIP_TIME, out);
        writeNumber(event.amountFen(), present & AMOUNT_FEN, out);
        writeNumber(event.talkSeconds(), present & TALK_SECONDS, out);
        writeChoice(event.orderType(), out);
        writeChoice(event.node(), out);
        writeChoice(event.source(), out);
        writeChoice(event.result(), out);
        writeChoice(event.direction(), out);
        writeChoice(event.subjectType(), out);
        writeChoice(event.category(), out);
    }

    private static void writeText(String text, int present, DataOutput out) throws IOException {
        if (present != 0) {
            Wire.writeText(text, out);
        }
    }

    private static void writeNumber(long number, int present, DataOutput out) throws IOException {
        if (present != 0) {
            Wire.writeNumber(number, out);
        }
    }

    private static void writeChoice(Enum<?> choice, DataOutput out) throws IOException {
        if (choice != null) {
            out.writeByte(choice.ordinal());
        }
    }

    @Override
    public Event read(int version, DataInput in) throws IOException {
        EventBuilder event = new EventBuilder().type(EventType.at(in.readByte()));
        int present = (int) Wire.readNumber(in);
        event.eventId(Wire.readText(in)).eventTime(Wire.readNumber(in));
        event.orderId(readText(present & ORDER_ID, in));
        event.shopId(readText(present & SHOP_ID, in));
        event.caseId(readText(present & CASE_ID, in));
        event.complaintId(readText(present & COMPLAINT_ID, in));
        event.subjectId(readText(present & SUBJECT_ID, in));
        event.providerId(readText(present & PROVIDER_ID, in));
        event.categoryCode(readText(present & CATEGORY_CODE, in));
        event.serviceOrderId(readText(present & SERVICE_ORDER_ID, in));
        event.promiseShipTime(readNumber(present & PROMISE_SHIP_TIME, in));
        event.amountFen(readNumber(present & AMOUNT_FEN, in));
        event.talkSeconds(readNumber(present & TALK_SECONDS, in));
        event.orderType(readChoice(ORDER_TYPES, present & ORDER_TYPE, in));
        event.node(readChoice(NODES, present & NODE, in));
        event.source(readChoice(SOURCES, present & SOURCE, in));
        event.result(readChoice(RESULTS, present & RESULT, in));
        event.direction(readChoice(DIRECTIONS, present & DIRECTION, in));
        event.subjectType(readChoice(SUBJECT_TYPES, present & SUBJECT_TYPE, in));
        event.category(readChoice(CATEGORYS, present & CATEGORY, in));
        event.complete((present & COMPLETE) != 0);
        event.liable((present & LIABLE) != 0);
        if ((present & FINDING) != 0) {
            event.finding(Finding.CODEC.read(Finding.CODEC.version(), in));
        }
        return event.build();
    }

    private static String readText(int present, DataInput in) throws IOException {
        return present == 0 ? null : Wire.readText(in);
    }

    private static long readNumber(int present, DataInput in) throws IOException {
        return present == 0 ? Event.ABSENT : Wire.readNumber(in);
    }

    private static <E> E readChoice(E[] choices, int present, DataInput in) throws IOException {
        return present == 0 ? null : choices[in.readByte()];
    }
}
