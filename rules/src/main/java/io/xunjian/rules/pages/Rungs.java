package io.xunjian.rules.pages;

import io.xunjian.rules.Finding;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Rule;
import io.xunjian.rules.Status;
import io.xunjian.rules.book.Action;
import io.xunjian.rules.book.RuleVersion;
import io.xunjian.rules.book.Severity;
import io.xunjian.rules.event.SubjectType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What follows from a breach, in words. */
final class Rungs {

    private final Rule<?> rule;
    private final Tongue in;

    Rungs(Rule<?> rule, Tongue in) {
        this.rule = rule;
        this.in = in;
    }

    String severity(Severity severity) {
        return in.of(severity.words()) + " `" + severity.name() + '`';
    }

    String actions(int level, RuleVersion version) {
        return rule.actions(breach(level, version), version).stream()
                .map(this::action)
                .collect(Collectors.joining(in.of("; ", "；")));
    }

    /** A breach of which no more is said than its level: what the book orders depends on that and on parameters. */
    private Finding breach(int level, RuleVersion version) {
        return new Finding(
                "",
                rule.code(),
                version.version(),
                SubjectType.SHOP,
                "",
                Map.of(),
                level,
                true,
                Status.OPEN,
                0,
                Instants.NEVER,
                null,
                List.of(),
                0,
                1);
    }

    private String action(Action action) {
        StringBuilder words = new StringBuilder(in.of(action.type().words()))
                .append(" `")
                .append(action.type().name())
                .append('`');
        if (action.amountFen() > 0) {
            String yuan = BigDecimal.valueOf(action.amountFen(), 2).toPlainString();
            words.append(in.of(", " + yuan + " yuan", "，" + yuan + " 元"));
        }
        if (action.points() > 0) {
            words.append(in.of(", " + action.points() + " points", "，" + action.points() + " 分"));
        }
        String mode = in.of(action.mode().words());
        return words.append(in.of(" (" + mode + ")", "（" + mode + "）")).toString();
    }
}
