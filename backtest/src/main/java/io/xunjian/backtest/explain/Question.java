package io.xunjian.backtest.explain;

import io.xunjian.backtest.KeyHistory;
import io.xunjian.backtest.KeyName;
import io.xunjian.rules.FactKind;
import io.xunjian.rules.Finding;
import io.xunjian.rules.Rule;
import io.xunjian.rules.Rules;
import io.xunjian.rules.RulesOfKind;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.event.Stream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is asked: why there is an alert, or whether and why a rule has one of a key.
 *
 * @param alertId {@code null} where a key is asked for
 * @param id of the key, or one that an event of it has; {@code null} where an alert is asked for
 */
public record Question(Rule<?> rule, String alertId, String id) {

    /** Why there is an alert, of a rule that there is. */
    public static Question ofAlert(String alertId) {
        return new Question(Rules.of(KeyName.ruleOf(alertId)), alertId, null);
    }

    /** What a rule has to say of a key. */
    public static Question ofKey(Rule<?> rule, String id) {
        return new Question(rule, null, id);
    }

    /** What may stand before the slash where a key of a rule is named: its kind of facts, and the streams that it rests on. */
    public static Set<String> kindsOfKeys(Rule<?> rule) {
        FactKind<?> kind = rule.facts();
        Set<String> kinds = new LinkedHashSet<>();
        kinds.add(kind.name());
        Rules.streams(kind).stream().map(Stream::topic).forEach(kinds::add);
        Rules.toldTo(kind).forEach(told -> kinds.add(told.kind().name()));
        return kinds;
    }

    RulesOfKind<?> rules() {
        return Rules.finding(rule.code());
    }

    Set<KeyName> names() {
        return alertId == null ? KeyName.of(rules(), id) : KeyName.ofAlert(alertId);
    }

    /** Of the keys that have the name, those that are meant: that of the alert, or called just so, or else all. */
    List<? extends KeyHistory<?>> meant(List<? extends KeyHistory<?>> named, long horizon, RuleBook book) {
        for (KeyHistory<?> history : named) {
            if (alertId != null && isFoundIn(history.judge(horizon, book).findings())) {
                return List.of(history);
            }
        }
        for (KeyHistory<?> history : named) {
            if (isCalled(history.key())) {
                return List.of(history);
            }
        }
        return named.stream().filter(this::hasTheId).toList();
    }

    private boolean isFoundIn(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.alertId().equals(alertId));
    }

    private boolean isCalled(String key) {
        return alertId == null
                ? KeyHistory.readable(key).equals(id)
                : KeyName.anchors(alertId).contains(KeyHistory.readable(key));
    }

    /** An alert's id may end with that of an event. */
    private boolean hasTheId(KeyHistory<?> history) {
        return alertId == null || history.facts().stream().anyMatch(fact -> alertId.endsWith(':' + fact.eventId()));
    }
}
