package io.xunjian.bench.peers.decode;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * Takes a record apart: its type and its ids as strings, its times and other numbers as numbers. The value of any other field
 * is passed over. A record is invalid if it is no object, has no eventId, eventType or eventTime, or has another kind of
 * value in a field that is taken; no more is checked.
 */
final class RecordDecoder {

    private RecordDecoder() {}

    /** Decodes what begins at the token at hand; gives a number that depends on all that was taken. */
    static long decode(JsonParser in) throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            throw new JsonParseException(in, "No object");
        }
        String eventId = null;
        String eventType = null;
        String orderId = null;
        String shopId = null;
        long otherIds = 0;
        long eventTime = 0;
        long numbers = 0;
        for (String field = in.nextFieldName(); field != null; field = in.nextFieldName()) {
            switch (field) {
                case "eventId" -> eventId = text(in);
                case "eventType" -> eventType = text(in);
                case "eventTime" -> eventTime = number(in);
                case "orderId" -> orderId = text(in);
                case "shopId" -> shopId = text(in);
                case "buyerId", "caseId", "complaintId", "providerId", "serviceOrderId", "subjectId" ->
                    otherIds += length(text(in));
                case "amountFen", "compensationFen", "paidAmountFen", "promiseShipTime", "talkSeconds" ->
                    numbers += number(in);
                default -> {
                    in.nextToken();
                    in.skipChildren();
                }
            }
        }
        if (eventId == null || eventType == null || eventTime == 0) {
            throw new JsonParseException(in, "Lacks a field");
        }
        return length(eventId) + length(eventType) + eventTime + length(orderId) + length(shopId) + otherIds + numbers;
    }

    private static String text(JsonParser in) throws IOException {
        String text = in.nextTextValue();
        if (text == null && in.currentToken() != JsonToken.VALUE_NULL) {
            throw new JsonParseException(in, "No text");
        }
        return text;
    }

    /** A number, 0 for {@code null}. */
    private static long number(JsonParser in) throws IOException {
        JsonToken token = in.nextToken();
        if (token == JsonToken.VALUE_NUMBER_INT) {
            return in.getLongValue();
        }
        if (token != JsonToken.VALUE_NULL) {
            throw new JsonParseException(in, "No number");
        }
        return 0;
    }

    private static int length(String text) {
        return text == null ? 0 : text.length();
    }
}
