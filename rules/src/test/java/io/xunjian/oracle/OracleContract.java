package io.xunjian.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The table of the core streams: which fields an event must have, which it may, and of what sort each is. */
final class OracleContract {

    private static final long EARLIEST =
            OffsetDateTime.parse("2000-01-01T00:00:00Z").toInstant().toEpochMilli();
    private static final long LATEST =
            OffsetDateTime.parse("2100-01-01T00:00:00Z").toInstant().toEpochMilli();

    private static final Pattern RFC_3339 =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?([Zz]|[+-]\\d\\d:\\d\\d)");

    private static final String ORDER = "orderId shopId";
    private static final String PARCEL = "carrierCode trackingNumber";

    /** Stream, type, required fields and, after a bar, optional ones. */
    private static final List<String> TABLE = List.of(
            "orders ORDER_PAID " + ORDER + " | promiseShipTime paidAmountFen buyerId orderType",
            "orders PROMISE_CHANGED " + ORDER + " promiseShipTime | reason",
            "orders ORDER_CANCELLED " + ORDER + " | reason",
            "orders REFUND_AGREED " + ORDER,
            "orders REFUND_APPLIED " + ORDER,
            "shipments SHIP_CONFIRMED " + ORDER + " " + PARCEL + " | complete consigneeKey",
            "shipments TRACE_NODE " + PARCEL + " node | orderId shopId regionCode",
            "calls CALL_ATTEMPT shopId source result | caseId direction talkSeconds",
            "complaints COMPLAINT_CREATED complaintId subjectType subjectId category | orderId",
            "complaints COMPLAINT_RESPONDED complaintId",
            "complaints COMPLAINT_RESOLVED complaintId",
            "complaints COMPLAINT_WITHDRAWN complaintId",
            "complaints COMPLAINT_REOPENED complaintId",
            "complaints COMPLAINT_JUDGED complaintId liable | compensationFen",
            "complaints COMPLAINT_COMPENSATED complaintId | amountFen",
            "settlements ORDER_SETTLED " + ORDER + " amount>0",
            "settlements SETTLEMENT_REVERSED " + ORDER + " amount>0",
            "providers CATEGORY_GRANTED providerId categoryCode",
            "providers SHOP_BOUND providerId shopId",
            "providers SHOP_UNBOUND providerId shopId",
            "providers SERVICE_ORDER_PAID providerId serviceOrderId categoryCode amountFen | shopId",
            "providers SERVICE_ORDER_REFUNDED providerId serviceOrderId");

    /** Every value of the fields that are closed lists. */
    private static final Map<String, List<String>> CLOSED_LISTS = Map.of(
            "orderType", List.of("NORMAL", "PRESALE", "VIRTUAL"),
            "node",
                    List.of(
                            "PICKED_UP",
                            "IN_TRANSIT",
                            "OUT_FOR_DELIVERY",
                            "SIGNED",
                            "REJECTED",
                            "RETURNED",
                            "CANCELLED",
                            "ORDERED",
                            "AWAITING_PICKUP"),
            "source", List.of("PLATFORM_SPOT_CHECK", "BUYER"),
            "result", List.of("ANSWERED", "NO_ANSWER", "BUSY", "POWER_OFF", "INVALID_NUMBER", "REJECTED"),
            "direction", List.of("IN", "OUT"),
            "subjectType", List.of("SHOP", "PROVIDER"),
            "category",
                    List.of(
                            "EXCHANGE",
                            "REFUND_OPERATION",
                            "COURIER",
                            "SERVICE",
                            "LOGISTICS",
                            "COUNTERFEIT",
                            "FALSE_ADVERTISING",
                            "OTHER"));

    private OracleContract() {}

    /** Whether an object is an event of the stream. */
    static boolean allows(String stream, JsonNode event) {
        if (!isText("eventId", event.get("eventId"))
                || !isText("eventType", event.get("eventType"))
                || !isInstant(event.get("eventTime"))) {
            return false;
        }
        String type = event.get("eventType").textValue();
        if (type.equals("HEARTBEAT")) {
            return true;
        }
        for (String row : TABLE) {
            List<String> words = Arrays.asList(row.split(" "));
            if (words.get(0).equals(stream) && words.get(1).equals(type)) {
                return allows(words.subList(2, words.size()), event);
            }
        }
        return false;
    }

    /** The epoch ms of a number or of an RFC 3339 text. */
    static long instant(JsonNode value) {
        return value.isTextual()
                ? OffsetDateTime.parse(value.textValue()).toInstant().toEpochMilli()
                : value.longValue();
    }

    private static boolean allows(List<String> fields, JsonNode event) {
        boolean required = true;
        for (String field : fields) {
            if (field.equals("|")) {
                required = false;
            } else if (field.equals("amount>0")) {
                if (!isWhole(event.path("amountFen")) || event.get("amountFen").longValue() <= 0) {
                    return false;
                }
            } else if (event.hasNonNull(field) ? !isSound(field, event, required) : required) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSound(String field, JsonNode event, boolean required) {
        JsonNode value = event.get(field);
        if (CLOSED_LISTS.containsKey(field)) {
            return value.isTextual() && CLOSED_LISTS.get(field).contains(value.textValue());
        } else if (field.endsWith("Fen")) {
            return isWhole(value) && value.longValue() >= 0;
        } else if (field.equals("talkSeconds")) {
            return isWhole(value) && value.longValue() >= 0;
        } else if (field.equals("complete") || field.equals("liable")) {
            return value.isBoolean();
        } else if (field.equals("promiseShipTime")) {
            return isInstant(value);
        } else {
            return required ? isText(field, value) : value.isTextual() && isClean(value.textValue());
        }
    }

    private static boolean isInstant(JsonNode value) {
        if (value == null) {
            return false;
        }
        boolean isRead = value.isTextual() ? RFC_3339.matcher(value.textValue()).matches() : isWhole(value);
        try {
            return isRead && instant(value) >= EARLIEST && instant(value) <= LATEST;
        } catch (DateTimeException noTime) {
            return false;
        }
    }

    private static boolean isWhole(JsonNode value) {
        return value.isIntegralNumber() && value.canConvertToLong();
    }

    private static boolean isText(String field, JsonNode value) {
        return value != null
                && value.isTextual()
                && !value.textValue().isBlank()
                && isClean(value.textValue())
                && (!field.equals("eventId") || value.textValue().length() <= 128);
    }

    private static boolean isClean(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }
}
