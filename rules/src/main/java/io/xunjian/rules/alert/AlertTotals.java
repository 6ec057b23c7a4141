package io.xunjian.rules.alert;

import io.xunjian.rules.Finding;
import io.xunjian.rules.Status;
import java.util.Map;
import java.util.TreeMap;

/** How many alerts there are for each rule, level and status. */
public final class AlertTotals {

    /** One line of the totals. */
    public record Total(long open, long cured) {}

    private final Map<String, Map<Integer, Total>> rules = new TreeMap<>();

    public void add(Finding finding) {
        add(finding.ruleCode(), finding.level(), finding.status(), 1);
    }

    public void add(String ruleCode, int level, Status status, long alerts) {
        boolean isCured = status == Status.CURED;
        rules.computeIfAbsent(ruleCode, code -> new TreeMap<>())
                .merge(
                        level,
                        new Total(isCured ? 0 : alerts, isCured ? alerts : 0),
                        (a, b) -> new Total(a.open + b.open, a.cured + b.cured));
    }

    public void add(AlertTotals other) {
        other.rules.forEach((rule, levels) -> levels.forEach((level, total) -> {
            add(rule, level, Status.OPEN, total.open);
            add(rule, level, Status.CURED, total.cured);
        }));
    }

    /** By rule code, then level. */
    public Map<String, Map<Integer, Total>> rules() {
        return rules;
    }

    public long all() {
        return rules.keySet().stream().mapToLong(this::of).sum();
    }

    /** How many alerts of a rule there are. */
    public long of(String ruleCode) {
        return rules.getOrDefault(ruleCode, Map.of()).values().stream()
                .mapToLong(total -> total.open + total.cured)
                .sum();
    }
}
