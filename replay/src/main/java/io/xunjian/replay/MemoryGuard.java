package io.xunjian.replay;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/** Sees that the memory is nearly full of facts before the garbage collector does nothing else but look for room. */
final class MemoryGuard {

    private static final double FULL = 0.9;

    private final List<MemoryPoolMXBean> pools;

    MemoryGuard() {
        pools = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .filter(pool -> pool.isCollectionUsageThresholdSupported()
                        && pool.getName().contains("Old"))
                .toList();
        pools.forEach(pool ->
                pool.setCollectionUsageThreshold((long) (FULL * pool.getUsage().getMax())));
    }

    void check() throws TooBigForMemory {
        for (MemoryPoolMXBean pool : pools) {
            if (pool.isCollectionUsageThresholdExceeded()) {
                throw new TooBigForMemory(Runtime.getRuntime().maxMemory());
            }
        }
    }
}
