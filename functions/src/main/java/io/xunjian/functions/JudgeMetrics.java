package io.xunjian.functions;

import io.xunjian.rules.Differences;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Rules;
import io.xunjian.rules.RulesOfKind;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.book.RuleVersion;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/**
 * What is seen of a judge from outside; docs/metrics.md tells each. Plain fields, counted by the task and read by reporters
 * without a lock: a reader may be a moment behind.
 */
final class JudgeMetrics {

    private final BookInForce book;
    private final LookDelay delay;
    private final Map<String, FindingCounters> findings = new HashMap<>();

    private long watermark;

    /**
     * @param kind the metrics of one kind of facts
     * @param watermark where it was before a restore
     */
    JudgeMetrics(MetricGroup kind, RulesOfKind<?> rules, BookInForce book, HotKeys<?> keys, long watermark) {
        this.book = book;
        this.watermark = watermark;
        this.delay = new LookDelay(kind);
        kind.gauge("watermark", (Gauge<Double>) this::watermark);
        kind.gauge("keys_in_memory", (Gauge<Integer>) keys::inMemory);
        kind.gauge("keys_in_state", (Gauge<Long>) keys::inState);
        kind.gauge("hot_memory_bytes", (Gauge<Long>) keys::bytes);
        kind.gauge("hot_memory_limit_bytes", (Gauge<Long>) keys::mostBytes);
        rules.rules().stream()
                .map(judgement -> Rules.of(judgement.code()))
                .filter(rule -> rule != null)
                .forEach(rule -> addRule(rule.code(), kind.addGroup("rule", rule.code())));
    }

    private void addRule(String code, MetricGroup group) {
        group.gauge("version_in_force", (Gauge<Integer>) () -> versionInForce(code));
        int levels = book.book().versions(code).stream()
                .mapToInt(version -> version.ladder().size())
                .max()
                .orElse(0);
        findings.put(code, new FindingCounters(group, levels));
    }

    private double watermark() {
        return watermark == Instants.BEFORE_ALL ? Double.NaN : watermark;
    }

    private int versionInForce(String code) {
        RuleBook now = book.book();
        RuleVersion version = watermark == Instants.BEFORE_ALL ? null : now.at(code, watermark);
        return version == null ? 0 : version.version();
    }

    /** Time goes on to there. */
    void reached(long instant) {
        watermark = instant;
        delay.reached(instant);
    }

    /** A key is looked at that was due then. */
    void looked(long dueAt) {
        delay.looked(watermark - dueAt);
    }

    /** A reader is told of this. */
    void told(Differences.Change change) {
        findings.get(change.now().ruleCode()).count(change);
    }
}
