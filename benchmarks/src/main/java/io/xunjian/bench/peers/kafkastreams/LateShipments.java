package io.xunjian.bench.peers.kafkastreams;

import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Judges orders as stream time gets to their deadlines, less a grace for records out of order. What closes an order cures
 * what was said of it.
 *
 * <p>Stores: {@code orders}, what is known of each; {@code dues}, when each is to be looked at, in the order of time. An order
 * goes once it is closed, its deadline is past and nothing earlier can come; an act whose order is never paid after 30 days.
 * An order that is never closed stays. A record of an order that is not known is dropped where it comes after the grace.
 *
 * <p>A crash may leave one store ahead of the other. So an order is put down as due before it is kept as such and before an
 * older due goes, a record that comes again has it put down again, and an order is looked at whichever due names it.
 */
final class LateShipments extends ContextualProcessor<String, OrderEvent, String, Alert> {

    static final String ORDERS = "orders";
    static final String DUES = "dues";

    private static final Duration GRACE = Duration.ofSeconds(60);
    private static final Duration JUDGED_EVERY = Duration.ofSeconds(1);
    private static final byte[] NOTHING = {};

    private KeyValueStore<String, Order> orders;
    private KeyValueStore<Due, byte[]> dues;

    /** Epoch ms up to which every due order has been looked at: 0 again after a start. */
    private long judgedTo;

    @Override
    public void init(ProcessorContext<String, Alert> context) {
        super.init(context);
        orders = context.getStateStore(ORDERS);
        dues = context.getStateStore(DUES);
        context.schedule(JUDGED_EVERY, PunctuationType.STREAM_TIME, this::judgeDue);
    }

    @Override
    public void process(Record<String, OrderEvent> record) {
        OrderEvent event = record.value();
        if (!event.isPayment() && !event.isClosure()) {
            return;
        }
        String orderId = record.key();
        Order known = orders.get(orderId);
        if (known == null && event.eventTime() <= judgedTo) {
            return;
        }
        Order before = known == null ? Order.UNKNOWN : known;
        Order order = event.isPayment() ? before.paidBy(event) : before.closedBy(event);
        if (event.isClosure()) {
            cure(orderId, order);
        }
        if (order.equals(before)) {
            schedule(orderId, order);
        } else {
            settle(orderId, before.due(), order);
        }
    }

    /** Tells what was said of the order again: it was put right. */
    private void cure(String orderId, Order order) {
        for (int level = 1; level <= order.raised(); level++) {
            if (order.isLateAt(level)) {
                tell(orderId, order, level);
            }
        }
    }

    /** What becomes due while it reads is not read: it reads the store as it was when it began. */
    private void judgeDue(long streamTime) {
        long from = judgedTo + 1;
        judgedTo = streamTime - GRACE.toMillis() - 1;
        try (KeyValueIterator<Due, byte[]> each = dues.range(Due.first(from), Due.first(judgedTo + 1))) {
            while (each.hasNext()) {
                judge(each.next().key);
            }
        }
    }

    private void judge(Due due) {
        Order order = orders.get(due.orderId());
        if (order == null) {
            dues.delete(due);
        } else {
            settle(due.orderId(), due.at(), order);
        }
    }

    /** Tells the breaches that are due, then keeps the order until there is more to do, or forgets it. */
    private void settle(String orderId, long dueBefore, Order now) {
        Order order = now;
        while (order.nextJudgement() <= judgedTo && order.isLateAt(order.raised() + 1)) {
            order = order.raisedOnce();
            tell(orderId, order, order.raised());
        }
        boolean isOver = order.due() <= judgedTo;
        boolean hasMoved = order.due() != dueBefore;
        if (hasMoved && !isOver) {
            schedule(orderId, order);
        }
        orders.put(orderId, isOver ? null : order);
        if ((hasMoved || isOver) && dueBefore != Order.NEVER) {
            dues.delete(new Due(dueBefore, orderId));
        }
    }

    private void schedule(String orderId, Order order) {
        if (order.due() != Order.NEVER) {
            dues.put(new Due(order.due(), orderId), NOTHING);
        }
    }

    private void tell(String orderId, Order order, int level) {
        Alert alert = LateShipmentAlert.of(orderId, order, level);
        context().forward(new Record<>(alert.alertId(), alert, alert.raisedAt()));
    }
}
