package io.xunjian.replay;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/**
 * Sees that the memory is nearly full of facts before the garbage collector does nothing else but look for room. It watches
 * the pool where what lives long ends up: the old generation, or the whole heap of a collector without generations.
 */
final class MemoryGuard {

    private static final double FULL = 0.9;

    private final List<MemoryPoolMXBean> pools;

    MemoryGuard() {
        pools = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(MemoryGuard::keepsWhatLivesLong)
                .toList();
        pools.forEach(pool ->
                pool.setCollectionUsageThreshold((long) (FULL * pool.getUsage().getMax())));
    }

    /** Collectors name their pools as they like, but none supports a usage threshold for one of young objects. */
    private static boolean keepsWhatLivesLong(MemoryPoolMXBean pool) {
        return pool.getType() == MemoryType.HEAP
                && pool.isUsageThresholdSupported()
                && pool.isCollectionUsageThresholdSupported()
                && pool.getUsage().getMax() > 0;
    }

    void check() throws TooBigForMemory {
        for (MemoryPoolMXBean pool : pools) {
            if (pool.isCollectionUsageThresholdExceeded()) {
                throw new TooBigForMemory(Runtime.getRuntime().maxMemory());
            }
        }
    }
}
