package io.xunjian.functions;

import io.xunjian.rules.Finding;
import org.apache.flink.api.common.functions.RuntimeContext;

/** Counts the alerts of each book of a trial, in accumulators named {@code alerts/book/RULE/level/STATUS}. */
public final class AlertTallies {

    public static final String PREFIX = "alerts/";

    private final Counters counters;

    public AlertTallies(RuntimeContext context) {
        this.counters = new Counters(context);
    }

    public void count(Finding finding, long books) {
        for (long rest = books; rest != 0; rest &= rest - 1) {
            String name = PREFIX
                    + Long.numberOfTrailingZeros(rest)
                    + '/'
                    + finding.ruleCode()
                    + '/'
                    + finding.level()
                    + '/'
                    + finding.status();
            counters.count(name);
        }
    }
}
