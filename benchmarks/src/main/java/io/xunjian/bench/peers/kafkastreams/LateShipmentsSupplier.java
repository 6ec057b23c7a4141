package io.xunjian.bench.peers.kafkastreams;

import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The judge with its two stores, on disk and backed by changelog topics. Not cached: the cache is a tree on the heap, and
 * with it the same work took half as much processor time again.
 */
final class LateShipmentsSupplier implements ProcessorSupplier<String, OrderEvent, String, Alert> {

    @Override
    public Processor<String, OrderEvent, String, Alert> get() {
        return new LateShipments();
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(
                store(LateShipments.ORDERS, Serdes.String(), new OrderSerde()),
                store(LateShipments.DUES, new DueSerde(), Serdes.ByteArray()));
    }

    private static <K, V> StoreBuilder<?> store(String name, Serde<K> keys, Serde<V> values) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), keys, values);
    }
}
