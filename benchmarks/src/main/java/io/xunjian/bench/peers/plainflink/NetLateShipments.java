package io.xunjian.bench.peers.plainflink;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Tells the last state of each late shipment of a bounded input, once: cured when time passes the close, open at the end.
 *
 * <p>Key: the order. State: what is known of it. Timer: one, at the later of deadline and close; of an order that is open at
 * its deadline, at the end of the input. State goes when it is told. Where all events of a key come before any timer, the
 * first timer tells all. An event behind the watermark is dropped and counted.
 *
 * <p>The end of the input is no passage of time: a judgement later than the events that this task has seen goes to {@link
 * #PERHAPS_DUE}, to be decided when the greatest event time of all tasks is known.
 */
final class NetLateShipments extends KeyedProcessFunction<String, Event, Alert> {

    static final OutputTag<Alert> PERHAPS_DUE = new OutputTag<>("perhaps-due") {};

    private static final long END = Long.MAX_VALUE;

    private transient ValueState<Order> orders;
    private transient Counter late;
    private transient long latestSeen;

    @Override
    public void open(OpenContext context) {
        orders = getRuntimeContext().getState(new ValueStateDescriptor<>("order", Order.class));
        late = getRuntimeContext().getMetricGroup().counter("late");
        latestSeen = Long.MIN_VALUE;
    }

    @Override
    public void processElement(Event event, Context context, Collector<Alert> out) throws Exception {
        if (event.eventTime <= context.timerService().currentWatermark()) {
            late.inc();
            return;
        }
        latestSeen = Math.max(latestSeen, event.eventTime);
        Order order = orders.value();
        if (order == null) {
            order = new Order();
        }
        order.add(event);
        if (order.isPaid()) {
            long next = order.isLateAt(1) && order.closedAt != Order.NEVER ? order.closedAt : order.deadline;
            if (next != order.timer) {
                context.timerService().registerEventTimeTimer(next);
                order.timer = next;
            }
        }
        orders.update(order);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Alert> out) throws Exception {
        Order order = orders.value();
        if (order == null) {
            return;
        }
        long now = context.timerService().currentWatermark();
        if (order.isClosedBy(now) && order.deadline <= now) {
            tellCured(context.getCurrentKey(), order, out);
            orders.clear();
        } else if (now == END) {
            tellOpen(context, order, out);
            orders.clear();
        } else if (order.closedAt == Order.NEVER) {
            context.timerService().registerEventTimeTimer(END);
        }
    }

    private static void tellCured(String orderId, Order order, Collector<Alert> out) {
        for (int level = 1; order.isLateAt(level); level++) {
            out.collect(Alert.cured(orderId, order, level));
        }
    }

    private void tellOpen(OnTimerContext context, Order order, Collector<Alert> out) {
        for (int level = 1; order.isLateAt(level); level++) {
            Alert alert = Alert.open(context.getCurrentKey(), order, level);
            if (alert.raisedAt() <= latestSeen) {
                out.collect(alert);
            } else {
                context.output(PERHAPS_DUE, alert);
            }
        }
    }
}
