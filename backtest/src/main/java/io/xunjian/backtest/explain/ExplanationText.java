package io.xunjian.backtest.explain;

import io.xunjian.rules.Evidence;
import io.xunjian.rules.Finding;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Rules;
import io.xunjian.rules.Status;
import io.xunjian.rules.alert.Alert;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.book.RuleDoc;
import io.xunjian.rules.book.RuleVersion;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.EventType;
import io.xunjian.rules.pages.Tongue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** An explanation in words: the version in force, the timeline, why, and what would have changed it. */
final class ExplanationText {

    private static final int MOST_TOLD = 20;

    private final Explanation explanation;
    private final RuleBook book;
    private final RuleDoc doc;
    private final String ruleCode;
    private final Tongue in;
    private final StringBuilder text = new StringBuilder();

    ExplanationText(Explanation explanation, Tongue in) {
        this.explanation = explanation;
        this.book = explanation.book();
        this.ruleCode = explanation.rule().code();
        this.doc = book.doc(ruleCode);
        this.in = in;
    }

    String write() {
        List<RuleVersion> all = book.versions(ruleCode);
        line(ruleCode + ' ' + in.of(all.get(all.size() - 1).name()) + " · "
                + explanation.history().rules().kind().name() + ' ' + explanation.key());
        line(in.prose(doc.finds()) + in.of(".", "。"));
        section("Version in force", "生效版本");
        versions();
        section("Timeline, times of Asia/Shanghai", "时间线（Asia/Shanghai 时间）");
        text.append(timeline().write());
        String asOf = Instants.readable(explanation.horizon());
        List<Finding> breaches = explanation.breaches();
        section("As of " + asOf, "截至 " + asOf);
        if (breaches.isEmpty()) {
            whyNot();
        }
        breaches.stream().limit(MOST_TOLD).forEach(this::why);
        if (breaches.size() > MOST_TOLD) {
            int more = breaches.size() - MOST_TOLD;
            line(in.of("  … " + more + " more; name one to have it told", "  … 另有 " + more + " 个，可逐个查询"));
        }
        section(breaches.isEmpty() ? "What would be one" : "What cures", breaches.isEmpty() ? "何为违规" : "如何补救");
        paragraph(in.prose(breaches.isEmpty() ? doc.definition() : doc.cures()));
        return text.toString();
    }

    private Timeline timeline() {
        List<Look> looks = explanation.looks();
        List<Event> facts = explanation.history().facts();
        int before = facts.size()
                - looks.stream().mapToInt(look -> look.news().size()).sum();
        return new Timeline(looks, before, explanation.others(), book, in);
    }

    private void line(String words) {
        text.append(words).append('\n');
    }

    private void section(String en, String zh) {
        text.append('\n').append(in.of(en, zh)).append('\n');
    }

    private void paragraph(String words) {
        words.lines().forEach(one -> line("  " + one));
    }

    private void versions() {
        for (RuleVersion version : inForce()) {
            line("  " + version.version() + in.of(", from ", "，自 ") + Instants.readable(version.effectiveFrom())
                    + in.of(": ", " 起：")
                    + version.values().stream()
                            .map(value -> value.name() + ' ' + value.value())
                            .collect(Collectors.joining(in.of(", ", "，"))));
        }
        if (inForce().isEmpty()) {
            line(in.of("  none: what no version is in force for is not judged", "  无：没有生效版本时不判定"));
        }
    }

    /** Those by which the breaches were judged, or, without one, those that were in force when something happened. */
    private Set<RuleVersion> inForce() {
        Set<RuleVersion> versions = new LinkedHashSet<>();
        explanation.breaches().forEach(breach -> versions.add(book.version(ruleCode, breach.ruleVersion())));
        if (versions.isEmpty()) {
            for (Event fact : explanation.history().facts()) {
                versions.add(book.at(ruleCode, fact.eventTime()));
            }
            versions.add(book.at(ruleCode, explanation.horizon()));
            versions.remove(null);
        }
        return versions;
    }

    private void why(Finding breach) {
        Alert alert = Rules.alert(breach, book);
        line("  " + breach.alertId() + " · "
                + in.of(alert.severity().words()) + " · "
                + (breach.status() == Status.CURED ? in.of("cured", "已补救") : in.of("open", "未处理")));
        line("    " + in.of(alert.reason()));
        line("    " + in.of("rests on: ", "依据：")
                + breach.evidence().stream().map(this::told).collect(Collectors.joining(in.of(", ", "，")))
                + (breach.evidenceCount() > breach.evidence().size()
                        ? in.of(" and others, ", " 等，共 ") + breach.evidenceCount() + in.of(" in all", " 项")
                        : ""));
        prevented(breach);
        if (breach.status() == Status.OPEN) {
            cures(breach);
        }
    }

    private String told(Evidence fact) {
        return fact.eventType() + ' ' + fact.eventId() + " (" + Instants.readable(fact.eventTime()) + ')';
    }

    private String told(List<Set<EventType>> ways) {
        return ways.stream()
                .map(types ->
                        types.stream().map(Hypothetical::told).collect(Collectors.joining(in.of(" with ", " 与 "))))
                .collect(Collectors.joining(in.of(" or ", " 或 ")));
    }

    /** An act at the very instant may be in time; where it is not, one a moment earlier is. */
    private void prevented(Finding breach) {
        WhatIf whatIf = explanation.whatIf();
        long at = breach.raisedAt();
        List<Set<EventType>> until = whatIf.preventing(breach, at, 1);
        List<Set<EventType>> before = whatIf.preventing(breach, at - 1, 1);
        if (until.isEmpty() && before.isEmpty()) {
            before = whatIf.preventing(breach, at - 1, 2);
        }
        String when = Instants.readable(at);
        prevented(in.of("up to " + when, when + " 及之前"), until);
        prevented(
                in.of("before " + when, when + " 之前"),
                before.stream().filter(way -> !until.contains(way)).toList());
    }

    private void prevented(String when, List<Set<EventType>> ways) {
        if (!ways.isEmpty()) {
            line("    " + in.of("would have prevented it, " + when + ": ", when + "本可避免：") + told(ways));
        }
    }

    private void cures(Finding breach) {
        List<Set<EventType>> cures = explanation.whatIf().curing(breach, 1);
        if (cures.isEmpty()) {
            cures = explanation.whatIf().curing(breach, 2);
        }
        line("    "
                + (cures.isEmpty()
                        ? in.of("no one event, nor two, would cure it now", "现在没有一个或两个事件可以补救")
                        : in.of("would cure it now: ", "现在可补救：") + told(cures)));
    }

    private void whyNot() {
        line(in.of("  no breach", "  不违规"));
        List<WhatIf.Withheld> withheld =
                explanation.whatIf().withheld(explanation.history().key());
        for (WhatIf.Withheld one : withheld.subList(0, Math.min(MOST_TOLD, withheld.size()))) {
            line("    " + in.of("but for ", "若没有 ") + told(Evidence.of(one.event())) + in.of(": ", "：")
                    + in.of(Rules.alert(one.breach(), book).reason()));
        }
        Finding ahead = explanation.last().ahead();
        if (ahead != null) {
            String at = Instants.readable(ahead.raisedAt());
            line("    " + in.of("it will be one at " + at + " if nothing else happens", "若不再有其他事件，将于 " + at + " 违规"));
        } else if (withheld.isEmpty()) {
            line("    " + in.of("by what is known, time alone makes it none", "就已知事实而言，仅时间流逝不会使其违规"));
        }
    }
}
