package io.xunjian.backtest;

import io.xunjian.rules.FactKind;
import io.xunjian.rules.Rules;
import io.xunjian.rules.RulesOfKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A name by which keys are looked for: the key itself, or any id that an event of it has.
 *
 * @param kind the {@link FactKind#name name} of the kind of facts
 */
public record KeyName(String kind, String id) {

    /** The keys that rules judge by that name, and those whose findings they take: an event of these has the id too. */
    public static Set<KeyName> of(RulesOfKind<?> rules, String id) {
        Set<KeyName> names = new LinkedHashSet<>();
        names.add(new KeyName(rules.kind().name(), id));
        Rules.toldTo(rules.kind()).forEach(told -> names.addAll(of(told, id)));
        return names;
    }

    /** The keys in which an alert of that id can have been found; none if no rule is called like that. */
    public static Set<KeyName> ofAlert(String alertId) {
        Set<KeyName> names = new LinkedHashSet<>();
        RulesOfKind<?> rules = Rules.finding(ruleOf(alertId));
        if (rules != null) {
            anchors(alertId).forEach(anchor -> names.addAll(of(rules, anchor)));
        }
        return names;
    }

    /** The code of the rule in an alert's id. */
    public static String ruleOf(String alertId) {
        return alertId.split(":", 2)[0];
    }

    /** What may stand for the key in an alert's id, the shortest first: ids may have colons too. */
    public static List<String> anchors(String alertId) {
        List<String> anchors = new ArrayList<>();
        int start = alertId.indexOf(':') + 1;
        for (int end = alertId.indexOf(':', start); end > 0; end = alertId.indexOf(':', end + 1)) {
            anchors.add(alertId.substring(start, end));
        }
        anchors.add(alertId.substring(start));
        return anchors;
    }
}
