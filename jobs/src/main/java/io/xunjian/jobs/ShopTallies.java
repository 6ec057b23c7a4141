package io.xunjian.jobs;

import io.xunjian.rules.trial.TriedShop;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RichMapFunction;

/** Counts the shops that each book's alerts are about, each of them once, in accumulators named {@code shops/book/RULE}. */
final class ShopTallies extends RichMapFunction<TriedShop, TriedShop> {

    static final String PREFIX = "shops/";

    private transient Map<String, LongCounter> counters;

    @Override
    public TriedShop map(TriedShop shop) {
        if (counters == null) {
            counters = new HashMap<>();
        }
        for (long rest = shop.books(); rest != 0; rest &= rest - 1) {
            String name = PREFIX + Long.numberOfTrailingZeros(rest) + '/' + shop.ruleCode();
            counters.computeIfAbsent(name, this::counter).add(1);
        }
        return shop;
    }

    private LongCounter counter(String name) {
        LongCounter counter = new LongCounter();
        getRuntimeContext().addAccumulator(name, counter);
        return counter;
    }
}
