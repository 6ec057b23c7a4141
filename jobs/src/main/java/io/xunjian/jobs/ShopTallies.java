package io.xunjian.jobs;

import io.xunjian.functions.Counters;
import io.xunjian.rules.trial.TriedShop;
import org.apache.flink.api.common.functions.RichMapFunction;

/** Counts the shops that each book's alerts are about, each of them once, in accumulators named {@code shops/book/RULE}. */
final class ShopTallies extends RichMapFunction<TriedShop, TriedShop> {

    static final String PREFIX = "shops/";

    private transient Counters counters;

    @Override
    public TriedShop map(TriedShop shop) {
        if (counters == null) {
            counters = new Counters(getRuntimeContext());
        }
        for (long rest = shop.books(); rest != 0; rest &= rest - 1) {
            counters.count(PREFIX + Long.numberOfTrailingZeros(rest) + '/' + shop.ruleCode());
        }
        return shop;
    }
}
