package io.xunjian.bench.peers.plainflink;

import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Tells each state of each late shipment as time passes it: open at its judgement, cured when the order was closed.
 *
 * <p>Key: the order. State: what is known of it. Timer: one, at its next judgement or at its close. State goes when the
 * order is closed and its deadline is past, or 30 days after an act of an order that was never paid; an open order stays.
 * An event behind the watermark is dropped and counted, so that an event that comes twice is known or dropped.
 */
final class LateShipments extends KeyedProcessFunction<String, Event, Alert> {

    private static final long UNPAID_KEPT = Duration.ofDays(30).toMillis();

    private transient ValueState<Order> orders;
    private transient Counter late;

    @Override
    public void open(OpenContext context) {
        orders = getRuntimeContext().getState(new ValueStateDescriptor<>("order", Order.class));
        late = getRuntimeContext().getMetricGroup().counter("late");
    }

    @Override
    public void processElement(Event event, Context context, Collector<Alert> out) throws Exception {
        if (event.eventTime <= context.timerService().currentWatermark()) {
            late.inc();
            return;
        }
        Order order = orders.value();
        if (order == null) {
            order = new Order();
        }
        order.add(event);
        setTimer(order, context.timerService());
        orders.update(order);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Alert> out) throws Exception {
        long now = context.timerService().currentWatermark();
        Order order = orders.value();
        if (!order.isPaid()) {
            orders.clear();
            return;
        }
        tellOpen(context.getCurrentKey(), order, now, out);
        if (order.isClosedBy(now)) {
            tellCured(context.getCurrentKey(), order, out);
            orders.clear();
            return;
        }
        order.timer = Order.NEVER;
        setTimer(order, context.timerService());
        orders.update(order);
    }

    private static void tellOpen(String orderId, Order order, long now, Collector<Alert> out) {
        while (order.isLateAt(order.toldLevel + 1) && order.judgedAt(order.toldLevel + 1) <= now) {
            order.toldLevel++;
            if (!order.isClosedBy(now)) {
                out.collect(Alert.open(orderId, order, order.toldLevel));
            }
        }
    }

    private static void tellCured(String orderId, Order order, Collector<Alert> out) {
        for (int level = 1; level <= order.toldLevel; level++) {
            out.collect(Alert.cured(orderId, order, level));
        }
    }

    private static void setTimer(Order order, TimerService timers) {
        long next = next(order);
        if (next == order.timer) {
            return;
        }
        if (order.timer != Order.NEVER) {
            timers.deleteEventTimeTimer(order.timer);
        }
        if (next != Order.NEVER) {
            timers.registerEventTimeTimer(next);
        }
        order.timer = next;
    }

    private static long next(Order order) {
        if (!order.isPaid()) {
            return order.closedAt + UNPAID_KEPT;
        }
        if (order.toldLevel == 0) {
            return order.deadline;
        }
        return order.isLateAt(order.toldLevel + 1) ? order.judgedAt(order.toldLevel + 1) : order.closedAt;
    }
}
