package io.xunjian.rules.testing;

import io.xunjian.rules.event.EventType;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.json.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;

/** Records that are JSON, but no event: each a good record with one field put wrong. */
public final class PoisonFields {

    private static final List<String> NO_TEXT = List.of("1", "1.5", "true", "[]", "['S1']", "{}");
    private static final List<String> BAD_TEXT = List.of(
            "'a\\u0000b'", "'a\\u001f'", "'\\u007f'", "'\\u0085x'", "'\\ud800'", "'\\udc00x'", "'\\ude00\\ud83d'");
    private static final List<String> NO_AMOUNT =
            List.of("-1", "1.0", "1e2", "'1'", "true", "[]", "{}", "9223372036854775808", "-9223372036854775809");
    private static final List<String> NO_FLAG = List.of("1", "0", "'true'", "'false'", "[]", "{}");
    private static final List<String> NO_INSTANT = List.of(
            "true",
            "[]",
            "{}",
            "1659326400000.0",
            "1.659e12",
            "'1659326400000'",
            "'2022-08-01'",
            "'2022-08-01T10:00:00'",
            "'2022-08-01 10:00:00+08:00'",
            "'2022-08-01T10:00:00+0800'",
            "'2022-08-01T10:00:00+08'",
            "'2022-08-01T10:00+08:00'",
            "'2022-08-01T10:00:00.+08:00'",
            "'2022-08-01T24:00:00Z'",
            "'2022-08-01T10:60:00Z'",
            "'2022-08-01T10:00:61Z'",
            "'2022-02-29T10:00:00Z'",
            "'2022-13-01T10:00:00Z'",
            "'2022-00-01T10:00:00Z'",
            "'2022-08-00T10:00:00Z'",
            "'2022-08-01T10:00:00+24:00'",
            "'2022-08-01T10:00:00+08:60'",
            "'2022-08-01T10:00:00ZZ'",
            "'2022-08-01T10:00:00Z '",
            "' 2022-08-01T10:00:00Z'",
            "'22-08-01T10:00:00Z'",
            "'２０２２-08-01T10:00:00Z'",
            "'2022-08-01T10:00:00.1.2Z'",
            "'2022-08-01T10:00:00,1Z'",
            "'+2022-08-01T10:00:00Z'",
            "'2022-08-01T10:00:00Z\\u0000'",
            "'now'");
    private static final List<String> OUT_OF_RANGE = List.of(
            "946684799999",
            "4102444800001",
            "0",
            "-1",
            "1659326400",
            "1659326400000000",
            "9223372036854775807",
            "-9223372036854775808",
            "9223372036854775808",
            "'1999-12-31T23:59:59.999Z'",
            "'2000-01-01T07:59:59.999+08:00'",
            "'2100-01-01T00:00:00.001Z'",
            "'2100-01-01T08:00:00.001+08:00'",
            "'0000-01-01T00:00:00Z'",
            "'9999-12-31T23:59:59Z'");

    private PoisonFields() {}

    /** A required field that is missing, null or blank. */
    public static List<Poison> missing() {
        Poison.Table table = new Poison.Table(Reason.MISSING_FIELD);
        for (Records.Good good : Records.all()) {
            for (String field : required(good.type())) {
                table.field(good.stream(), field, without(field, good));
                table.field(good.stream(), field, with(field, "null", good));
                if (isText(field)) {
                    table.field(good.stream(), field, with(field, "''", good));
                    table.field(good.stream(), field, with(field, "' \\u3000'", good));
                }
            }
        }
        return table.rows();
    }

    /** A field, required or not, of a wrong type or with a value that it cannot have. */
    public static List<Poison> invalid() {
        Poison.Table table = new Poison.Table(Reason.INVALID_FIELD);
        for (Records.Good good : Records.all()) {
            for (String field : fields(good)) {
                for (String value : invalid(field)) {
                    table.field(good.stream(), field, with(field, value, good));
                }
            }
        }
        table.field("eventId", with("eventId", "'" + "x".repeat(129) + "'", heartbeat()));
        table.field("eventId", with("eventId", "'" + "\uD83D\uDE9A".repeat(129) + "'", heartbeat()));
        Records.Good settled = new Records.Good(
                Stream.SETTLEMENTS,
                EventType.ORDER_SETTLED,
                Records.record(EventType.ORDER_SETTLED, "'shopId':'S1','orderId':'O1','amountFen':1"));
        table.field(Stream.SETTLEMENTS, "amountFen", with("amountFen", "0", settled));
        return table.rows();
    }

    /** Types that are none, or those of another stream. */
    public static List<Poison> unknownTypes() {
        Poison.Table table = new Poison.Table(Reason.UNKNOWN_TYPE);
        for (String type : List.of("order_paid", "ORDER_PAID ", "ORDER", "FINDING", "X", "ORDER_PAID\\u0000")) {
            table.field("eventType", with("eventType", "'" + type + "'", heartbeat()));
        }
        for (Records.Good good : Records.all()) {
            for (Stream stream : Stream.values()) {
                if (!good.type().isOn(stream)) {
                    table.field(stream, "eventType", good.json());
                }
            }
        }
        return table.rows();
    }

    public static List<Poison> outOfRange() {
        Poison.Table table = new Poison.Table(Reason.TIME_OUT_OF_RANGE);
        Records.Good promise = Records.all().stream()
                .filter(good -> good.type() == EventType.PROMISE_CHANGED)
                .findFirst()
                .orElseThrow();
        for (String instant : OUT_OF_RANGE) {
            table.field("eventTime", with("eventTime", instant, promise));
            table.field("promiseShipTime", with("promiseShipTime", instant, promise));
        }
        return table.rows();
    }

    private static Records.Good heartbeat() {
        return new Records.Good(Stream.ORDERS, EventType.HEARTBEAT, Records.record(EventType.HEARTBEAT, ""));
    }

    private static List<String> invalid(String field) {
        return switch (field) {
            case "eventTime", "promiseShipTime" -> NO_INSTANT;
            case "paidAmountFen", "amountFen", "compensationFen", "talkSeconds" -> NO_AMOUNT;
            case "complete", "liable" -> NO_FLAG;
            case "eventType" -> NO_TEXT;
            case "orderType", "node", "source", "result", "direction", "subjectType", "category" ->
                List.of("'X'", "'normal'", "'BUYER '", "1", "true", "[]");
            default -> concat(NO_TEXT, BAD_TEXT);
        };
    }

    private static List<String> concat(List<String> a, List<String> b) {
        List<String> both = new ArrayList<>(a);
        both.addAll(b);
        return both;
    }

    private static boolean isText(String field) {
        return !List.of("amountFen", "liable").contains(field);
    }

    private static List<String> fields(Records.Good good) {
        return good.json()
                .replaceAll("[{}]", "")
                .lines()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(entry -> entry.substring(1, entry.indexOf('"', 1)))
                .toList();
    }

    private static List<String> required(EventType type) {
        String own = switch (type) {
            case HEARTBEAT, FINDING -> "";
            case ORDER_PAID, ORDER_CANCELLED, REFUND_AGREED, REFUND_APPLIED -> "orderId,shopId";
            case PROMISE_CHANGED -> "orderId,shopId,promiseShipTime";
            case SHIP_CONFIRMED -> "orderId,shopId,carrierCode,trackingNumber";
            case TRACE_NODE -> "carrierCode,trackingNumber,node";
            case CALL_ATTEMPT -> "shopId,source,result";
            case COMPLAINT_CREATED -> "complaintId,subjectType,subjectId,category";
            case COMPLAINT_JUDGED -> "complaintId,liable";
            case COMPLAINT_RESPONDED,
                    COMPLAINT_RESOLVED,
                    COMPLAINT_WITHDRAWN,
                    COMPLAINT_REOPENED,
                    COMPLAINT_COMPENSATED -> "complaintId";
            case ORDER_SETTLED, SETTLEMENT_REVERSED -> "shopId,orderId,amountFen";
            case CATEGORY_GRANTED -> "providerId,categoryCode";
            case SHOP_BOUND, SHOP_UNBOUND -> "providerId,shopId";
            case SERVICE_ORDER_PAID -> "providerId,serviceOrderId,categoryCode,amountFen";
            case SERVICE_ORDER_REFUNDED -> "providerId,serviceOrderId";
        };
        return List.of(("eventId,eventType,eventTime" + (own.isEmpty() ? "" : "," + own)).split(",", -1));
    }

    private static String with(String field, String value, Records.Good good) {
        return good.json().replaceFirst(entry(field), "\"" + field + "\":" + Matcher.quoteReplacement(value));
    }

    private static String without(String field, Records.Good good) {
        return good.json().replaceFirst(entry(field) + ",|," + entry(field), "");
    }

    private static String entry(String field) {
        return "\"" + field + "\":(\"[^\"]*\"|[^,}]*)";
    }
}
