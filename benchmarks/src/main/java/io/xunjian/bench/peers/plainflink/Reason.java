package io.xunjian.bench.peers.plainflink;

import io.xunjian.bench.peers.plainflink.Alert.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Says in one sentence what was promised and what became of it. */
final class Reason {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));
    private static final String[] UNITS_EN = {" d", " h", " min", " s", " ms"};
    private static final String[] UNITS_ZH = {" 天", " 小时", " 分", " 秒", " 毫秒"};

    private Reason() {}

    static Text open(String orderId, Order order, int level) {
        String due = time(order.deadline);
        String judged = time(order.judgedAt(level));
        return new Text(en(orderId, due, judged, level) + '.', zh(orderId, due, judged, level) + '。');
    }

    static Text cured(String orderId, Order order, int level) {
        String due = time(order.deadline);
        String judged = time(order.judgedAt(level));
        String closed = time(order.closedAt);
        Duration late = Duration.ofMillis(order.closedAt - order.deadline);
        return new Text(
                en(orderId, due, judged, level) + "; it " + actEn(order.closedBy) + " at " + closed + ", "
                        + span(late, UNITS_EN) + " late.",
                zh(orderId, due, judged, level) + "；已于 " + closed + ' ' + actZh(order.closedBy) + "，超时 "
                        + span(late, UNITS_ZH) + '。');
    }

    private static String en(String orderId, String due, String judged, int level) {
        return "Order " + orderId + " was to ship by " + due + "; at judgement " + level + " of " + Order.LEVELS + " ("
                + judged + ") it had not shipped";
    }

    private static String zh(String orderId, String due, String judged, int level) {
        return "订单 " + orderId + " 应于 " + due + " 前发货，第 " + level + " 次判定（共 " + Order.LEVELS + " 次，" + judged
                + "）时仍未发货";
    }

    private static String actEn(EventType closedBy) {
        return switch (closedBy) {
            case ORDER_CANCELLED -> "was cancelled";
            case REFUND_AGREED -> "was refunded";
            default -> "shipped";
        };
    }

    private static String actZh(EventType closedBy) {
        return switch (closedBy) {
            case ORDER_CANCELLED -> "取消";
            case REFUND_AGREED -> "达成退款";
            default -> "发货";
        };
    }

    private static String time(long instant) {
        return TIME.format(Instant.ofEpochMilli(instant));
    }

    /** The two greatest units that it has: "2 d 3 h". */
    private static String span(Duration span, String[] units) {
        long[] parts = {
            span.toDays(), span.toHoursPart(), span.toMinutesPart(), span.toSecondsPart(), span.toMillisPart()
        };
        StringBuilder text = new StringBuilder();
        int shown = 0;
        for (int i = 0; i < parts.length && shown < 2; i++) {
            if (parts[i] > 0) {
                text.append(shown == 0 ? "" : " ").append(parts[i]).append(units[i]);
                shown++;
            }
        }
        return text.toString();
    }
}
