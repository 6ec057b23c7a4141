package io.xunjian.cli;

import io.xunjian.backtest.KeyName;
import io.xunjian.backtest.explain.Explanation;
import io.xunjian.backtest.explain.Question;
import io.xunjian.cluster.Language;
import io.xunjian.jobs.SettingsRejected;
import io.xunjian.rules.Rule;
import io.xunjian.rules.Rules;
import io.xunjian.rules.pages.Tongue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells why there is an alert, or why there is none. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Tells why there is an alert: the history of its key, each look of the rule, the version in force, and what "
                    + "would have prevented or cured it.",
            "With --key and --rule: why a key has no alert, and when it would have one.",
            "In the language of the environment. Times are of Asia/Shanghai."
        },
        sortOptions = false)
final class ExplainCommand implements Callable<Integer> {

    private static final int MOST_KEYS = 10;

    @Parameters(arity = "0..1", paramLabel = "ALERT_ID", description = "As in alerts.jsonl: RULE:o-42:1.")
    private String alertId;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "A stream or kind of key, a slash, and an id: orders/o-42. With --rule.")
    private String key;

    @Option(names = "--rule", paramLabel = "RULE", description = "The rule to ask for --key.")
    private String ruleCode;

    @Mixin
    private EventsOptions options;

    @Override
    public Integer call() throws SettingsRejected, IOException {
        List<String> faults = new ArrayList<>();
        Question question = question(faults);
        EventsOptions.History history = options.open(faults);
        List<Explanation> explanations = Explanation.of(question, history.files(), history.until(), history.book());
        check(explanations);
        Language language = Language.ofUser();
        for (Explanation explanation : explanations) {
            if (alertId != null && explanation.alertId() == null) {
                System.out.println(language.of("There is no alert ", "没有预警 ") + alertId + language.of(".\n", "。\n"));
            }
            System.out.println(explanation.text(Tongue.valueOf(language.name())));
        }
        return 0;
    }

    private Question question(List<String> faults) {
        if (alertId != null) {
            if (key != null || ruleCode != null) {
                faults.add("ALERT_ID is given beside --key or --rule; expected the one or the others");
            }
            Rule<?> rule = rule("ALERT_ID begins with '", KeyName.ruleOf(alertId), faults);
            return rule == null ? null : Question.ofAlert(alertId);
        }
        if (key == null || ruleCode == null) {
            faults.add("ALERT_ID is missing; expected one, or --key and --rule");
            return null;
        }
        Rule<?> rule = rule("--rule is '", ruleCode, faults);
        return rule == null ? null : questionOfKey(rule, faults);
    }

    private static Rule<?> rule(String where, String code, List<String> faults) {
        Rule<?> rule = Rules.of(code);
        if (rule == null) {
            faults.add(where + code + "', expected one of "
                    + Rules.ALL.stream().map(Rule::code).collect(Collectors.joining(", ")));
        }
        return rule;
    }

    private Question questionOfKey(Rule<?> rule, List<String> faults) {
        String[] parts = key.split("/", 2);
        if (parts.length < 2
                || parts[1].isEmpty()
                || !Question.kindsOfKeys(rule).contains(parts[0])) {
            faults.add("--key is '" + key + "', expected an id after one of "
                    + Question.kindsOfKeys(rule).stream()
                            .map(kind -> kind + '/')
                            .collect(Collectors.joining(", ")));
            return null;
        }
        return Question.ofKey(rule, parts[1]);
    }

    private void check(List<Explanation> explanations) throws SettingsRejected {
        if (explanations.isEmpty()) {
            throw new SettingsRejected(List.of(
                    alertId != null
                            ? "ALERT_ID: no event in " + options.events() + " is of a key of " + alertId
                            : "--key: no event in " + options.events() + " that " + ruleCode + " judges is of " + key));
        }
        if (explanations.size() > MOST_KEYS) {
            throw new SettingsRejected(List.of((alertId != null ? "ALERT_ID" : "--key") + " can be any of "
                    + explanations.size() + " keys; expected one of them: "
                    + explanations.stream()
                            .limit(MOST_KEYS)
                            .map(Explanation::key)
                            .collect(Collectors.joining(", "))
                    + ", …"));
        }
    }
}
