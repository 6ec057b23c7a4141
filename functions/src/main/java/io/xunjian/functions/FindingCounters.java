package io.xunjian.functions;

import io.xunjian.rules.Differences;
import io.xunjian.rules.Finding;
import io.xunjian.rules.Status;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** Counts what readers are told of one rule, by level: breaches, cures, revocations. */
final class FindingCounters {

    /** One level of the rule. */
    private record OfLevel(Counter breaches, Counter cured, Counter revoked) {

        static OfLevel in(MetricGroup group) {
            return new OfLevel(group.counter("breaches"), group.counter("cured"), group.counter("revoked"));
        }
    }

    private final MetricGroup rule;
    private final Map<Integer, OfLevel> levels = new HashMap<>();

    /** @param levels that the rule book has: their counters are there from the start, so that a first breach is a rise */
    FindingCounters(MetricGroup rule, int levels) {
        this.rule = rule;
        for (int level = 1; level <= levels; level++) {
            ofLevel(level);
        }
    }

    private OfLevel ofLevel(int level) {
        return levels.computeIfAbsent(level, number -> OfLevel.in(rule.addGroup("level", Integer.toString(number))));
    }

    /** Counts what is another by this; a changed detail of a breach is nothing of the kind. */
    void count(Differences.Change change) {
        Finding now = change.now();
        OfLevel counters = ofLevel(now.level());
        boolean stood = change.before() != null && change.before().stands();
        if (now.stands() && !stood) {
            counters.breaches.inc();
        }
        if (now.status() == Status.CURED && !(stood && change.before().status() == Status.CURED)) {
            counters.cured.inc();
        }
        if (!now.stands()) {
            counters.revoked.inc();
        }
    }
}
