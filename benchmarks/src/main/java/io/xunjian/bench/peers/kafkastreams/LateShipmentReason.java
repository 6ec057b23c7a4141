package io.xunjian.bench.peers.kafkastreams;

import io.xunjian.bench.peers.kafkastreams.Alert.Sentence;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** One sentence with the numbers in it. */
final class LateShipmentReason {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));
    private static final String[] EN_UNITS = {" d", " h", " min", " s", " ms"};
    private static final String[] ZH_UNITS = {" 天", " 小时", " 分", " 秒", " 毫秒"};
    private static final int UNITS_SHOWN = 2;

    private LateShipmentReason() {}

    static Sentence of(String orderId, Order order, int level) {
        String due = readable(order.deadline());
        String judged = readable(order.judgedAt(level));
        Sentence end = order.closed() == null ? new Sentence("", "") : end(order.closed(), order.deadline());
        return new Sentence(
                "Order " + orderId + " was to ship by " + due + "; at judgement " + level + " of " + Order.LEVELS + " ("
                        + judged + ") it had not shipped" + end.en() + '.',
                "订单 " + orderId + " 应于 " + due + " 前发货，第 " + level + " 次判定（共 " + Order.LEVELS + " 次，" + judged
                        + "）时仍未发货" + end.zh() + '。');
    }

    private static Sentence end(Act closed, long deadline) {
        Sentence act = switch (closed.eventType()) {
            case ORDER_CANCELLED -> new Sentence("was cancelled", "取消");
            case REFUND_AGREED -> new Sentence("was refunded", "达成退款");
            case SHIP_CONFIRMED, ORDER_PAID, OTHER -> new Sentence("shipped", "发货");
        };
        String at = readable(closed.eventTime());
        Duration late = Duration.ofMillis(closed.eventTime() - deadline);
        return new Sentence(
                "; it " + act.en() + " at " + at + ", " + readable(late, EN_UNITS) + " late",
                "；已于 " + at + ' ' + act.zh() + "，超时 " + readable(late, ZH_UNITS));
    }

    private static String readable(long instant) {
        return CLOCK.format(Instant.ofEpochMilli(instant));
    }

    /** The two greatest units that it has. */
    private static String readable(Duration span, String[] units) {
        long[] parts = {
            span.toDays(), span.toHoursPart(), span.toMinutesPart(), span.toSecondsPart(), span.toMillisPart()
        };
        StringBuilder text = new StringBuilder();
        int shown = 0;
        for (int i = 0; i < parts.length && shown < UNITS_SHOWN; i++) {
            if (parts[i] > 0) {
                text.append(shown == 0 ? "" : " ").append(parts[i]).append(units[i]);
                shown++;
            }
        }
        return text.toString();
    }
}
