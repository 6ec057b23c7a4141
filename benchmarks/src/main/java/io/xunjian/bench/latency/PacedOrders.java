package io.xunjian.bench.latency;

import io.xunjian.rules.event.Stream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends orders and their shipments as they happen, at an even pace: an event's time is the time of sending. Each order has a
 * promise of two seconds; one in twenty never ships, the others ship after one second.
 */
final class PacedOrders {

    static final long PROMISE = 2_000;
    private static final long SHIPS_AFTER = 1_000;
    private static final int NEVER_SHIPS = 20;
    private static final long TICK_MS = 5;

    private final String bootstrap;
    private final int eventsPerSecond;
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private long ticks;

    PacedOrders(String bootstrap, int eventsPerSecond) {
        this.bootstrap = bootstrap;
        this.eventsPerSecond = eventsPerSecond;
    }

    /** Sends for so long; gives how many events were sent. */
    long send(Duration length) throws Exception {
        Properties settings = new Properties();
        settings.putAll(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ProducerConfig.LINGER_MS_CONFIG,
                String.valueOf(TICK_MS)));
        int ordersPerTick = (int) (eventsPerSecond * TICK_MS / 2_000);
        long sent = 0;
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            long start = System.currentTimeMillis();
            long all = length.toMillis() / TICK_MS;
            for (ticks = 0; ticks < all; ticks++) {
                LockSupport.parkUntil(start + ticks * TICK_MS);
                long now = System.currentTimeMillis();
                for (int i = 0; i < ordersPerTick; i++) {
                    long order = ticks * ordersPerTick + i;
                    send(producer, payment(order, now));
                    sent++;
                    long shipped = order - ordersPerTick * (SHIPS_AFTER / TICK_MS);
                    if (shipped >= 0 && shipped % NEVER_SHIPS != 0) {
                        send(producer, shipment(shipped, now));
                        sent++;
                    }
                }
            }
        }
        if (failure.get() != null) {
            throw failure.get();
        }
        return sent;
    }

    private void send(Producer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> record) {
        Future<RecordMetadata> unused = producer.send(record, (sent, failed) -> {
            if (failed != null) {
                failure.compareAndSet(null, failed);
            }
        });
    }

    private static ProducerRecord<byte[], byte[]> payment(long order, long now) {
        return record(
                Stream.ORDERS,
                order,
                now,
                "{\"eventId\":\"p-" + order + "\",\"eventType\":\"ORDER_PAID\",\"eventTime\":" + now
                        + ",\"orderId\":\"o-" + order + "\",\"shopId\":\"s-" + order % 20_000
                        + "\",\"promiseShipTime\":" + (now + PROMISE) + ",\"paidAmountFen\":100}");
    }

    private static ProducerRecord<byte[], byte[]> shipment(long order, long now) {
        return record(
                Stream.SHIPMENTS,
                order,
                now,
                "{\"eventId\":\"d-" + order + "\",\"eventType\":\"SHIP_CONFIRMED\",\"eventTime\":" + now
                        + ",\"orderId\":\"o-" + order + "\",\"shopId\":\"s-" + order % 20_000
                        + "\",\"carrierCode\":\"SF\",\"trackingNumber\":\"SF" + order + "\",\"complete\":true}");
    }

    private static ProducerRecord<byte[], byte[]> record(Stream stream, long order, long now, String event) {
        byte[] key = ("o-" + order).getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(stream.topic(), null, now, key, event.getBytes(StandardCharsets.UTF_8));
    }
}
