package io.xunjian.functions;

import io.xunjian.rules.Finding;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;

/** Counts the alerts of each book of a trial, in accumulators named {@code alerts/book/RULE/level/STATUS}. */
public final class AlertTallies {

    public static final String PREFIX = "alerts/";

    private final RuntimeContext context;
    private final Map<String, LongCounter> counters = new HashMap<>();

    public AlertTallies(RuntimeContext context) {
        this.context = context;
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
            counters.computeIfAbsent(name, this::counter).add(1);
        }
    }

    private LongCounter counter(String name) {
        LongCounter counter = new LongCounter();
        context.addAccumulator(name, counter);
        return counter;
    }
}
