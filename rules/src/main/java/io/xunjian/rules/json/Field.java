package io.xunjian.rules.json;

import io.xunjian.rules.event.CallDirection;
import io.xunjian.rules.event.CallResult;
import io.xunjian.rules.event.CallSource;
import io.xunjian.rules.event.ComplaintCategory;
import io.xunjian.rules.event.EventType;
import io.xunjian.rules.event.OrderType;
import io.xunjian.rules.event.SubjectType;
import io.xunjian.rules.event.TraceNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fields that the contract names, and what each must be. */
enum Field {
    EVENT_ID("eventId", Shape.TEXT),
    EVENT_TYPE("eventType", EventType.class),
    EVENT_TIME("eventTime", Shape.INSTANT),
    ORDER_ID("orderId", Shape.TEXT),
    SHOP_ID("shopId", Shape.TEXT),
    CASE_ID("caseId", Shape.TEXT),
    COMPLAINT_ID("complaintId", Shape.TEXT),
    SUBJECT_ID("subjectId", Shape.TEXT),
    PROVIDER_ID("providerId", Shape.TEXT),
    CATEGORY_CODE("categoryCode", Shape.TEXT),
    SERVICE_ORDER_ID("serviceOrderId", Shape.TEXT),
    BUYER_ID("buyerId", Shape.UNUSED_TEXT),
    REASON("reason", Shape.UNUSED_TEXT),
    CARRIER_CODE("carrierCode", Shape.UNUSED_TEXT),
    TRACKING_NUMBER("trackingNumber", Shape.UNUSED_TEXT),
    CONSIGNEE_KEY("consigneeKey", Shape.UNUSED_TEXT),
    REGION_CODE("regionCode", Shape.UNUSED_TEXT),
    PROMISE_SHIP_TIME("promiseShipTime", Shape.INSTANT),
    PAID_AMOUNT_FEN("paidAmountFen", Shape.AMOUNT),
    AMOUNT_FEN("amountFen", Shape.AMOUNT),
    COMPENSATION_FEN("compensationFen", Shape.AMOUNT),
    TALK_SECONDS("talkSeconds", Shape.AMOUNT),
    ORDER_TYPE("orderType", OrderType.class),
    NODE("node", TraceNode.class),
    SOURCE("source", CallSource.class),
    RESULT("result", CallResult.class),
    DIRECTION("direction", CallDirection.class),
    SUBJECT_TYPE("subjectType", SubjectType.class),
    CATEGORY("category", ComplaintCategory.class),
    COMPLETE("complete", Shape.FLAG),
    LIABLE("liable", Shape.FLAG);

    /** What a field's value must be. */
    enum Shape {
        /** Text that rules use. */
        TEXT,
        /** Text that is checked, but not kept: no rule uses it. */
        UNUSED_TEXT,
        /** Epoch milliseconds, or RFC 3339 text. */
        INSTANT,
        /** A whole number, not negative. */
        AMOUNT,
        FLAG,
        /** One of a closed list. */
        CHOICE
    }

    private static final Map<String, Field> BY_NAME = new HashMap<>();

    static {
        for (Field field : values()) {
            BY_NAME.put(field.jsonName, field);
        }
    }

    final String jsonName;
    final Shape shape;

    /** The name as it stands in a record, from quote to quote. */
    @SuppressWarnings("ImmutableEnumChecker") // never written after construction
    private final byte[] quotedName;

    @SuppressWarnings("ImmutableEnumChecker") // never written after construction
    private final char[][] choices;

    @SuppressWarnings("ImmutableEnumChecker") // never written after construction
    private final byte[][] choicesInAscii;

    Field(String jsonName, Shape shape) {
        this(jsonName, shape, new Enum<?>[0]);
    }

    Field(String jsonName, Class<? extends Enum<?>> choices) {
        this(jsonName, Shape.CHOICE, choices.getEnumConstants());
    }

    Field(String jsonName, Shape shape, Enum<?>[] choices) {
        this.jsonName = jsonName;
        this.shape = shape;
        this.quotedName = ascii('"' + jsonName + '"');
        this.choices = Arrays.stream(choices)
                .map(choice -> choice.name().toCharArray())
                .toArray(char[][]::new);
        this.choicesInAscii =
                Arrays.stream(choices).map(choice -> ascii(choice.name())).toArray(byte[][]::new);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The field of that name, {@code null} where the contract has none. */
    static Field named(String name) {
        return BY_NAME.get(name);
    }

    /** The names that a choice has, in order. */
    List<String> choices() {
        return Arrays.stream(choices).map(String::new).toList();
    }

    /** The length of the name with its quotes if it stands there, 0 if not. */
    int lengthAt(byte[] bytes, int from, int to) {
        int length = quotedName.length;
        boolean isThere = length <= to - from && Arrays.equals(quotedName, 0, length, bytes, from, from + length);
        return isThere ? length : 0;
    }

    /** The ordinal of the choice with that name, -1 where there is none. */
    int choice(char[] text, int from, int length) {
        for (int i = 0; i < choices.length; i++) {
            if (Arrays.equals(choices[i], 0, choices[i].length, text, from, from + length)) {
                return i;
            }
        }
        return -1;
    }

    /** The same of text that is plain ASCII. */
    int choice(byte[] text, int from, int length) {
        for (int i = 0; i < choicesInAscii.length; i++) {
            if (Arrays.equals(choicesInAscii[i], 0, choicesInAscii[i].length, text, from, from + length)) {
                return i;
            }
        }
        return -1;
    }
}
