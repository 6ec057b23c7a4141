package io.xunjian.backtest.explain;

import io.xunjian.backtest.KeyHistory;
import io.xunjian.rules.Evidence;
import io.xunjian.rules.Finding;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Rule;
import io.xunjian.rules.Rules;
import io.xunjian.rules.RulesOfKind;
import io.xunjian.rules.Status;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.EventType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What would have been found, had one event more, or one less, happened. Nothing is known of any rule: each event is tried,
 * and the rule is asked.
 */
final class WhatIf {

    /** A history of more events is not tried without each of them: it would take too long, and tell too much. */
    private static final int MOST_WITHHELD = 300;

    /** An event without which there would be a breach. */
    record Withheld(Event event, Finding breach) {}

    private final RulesOfKind<?> rules;
    private final String ruleCode;
    private final List<Event> events;
    private final long horizon;
    private final RuleBook book;

    /** @param events of the key and of those whose findings it takes */
    WhatIf(Rule<?> rule, List<Event> events, long horizon, RuleBook book) {
        this.rules = Rules.finding(rule.code());
        this.ruleCode = rule.code();
        this.events = events;
        this.horizon = horizon;
        this.book = book;
    }

    /** The types of which one event at an instant would have kept an alert from being raised. */
    List<EventType> preventing(Finding finding, long at) {
        return types(type ->
                !idsFound(with(hypothetical(finding, type, at)), horizon).contains(finding.alertId()));
    }

    /** The types of which one event at the horizon would put a breach right within a day. */
    List<EventType> curing(Finding finding) {
        long soon = Instants.plus(horizon, Instants.DAY);
        return types(type -> found(with(hypothetical(finding, type, horizon)), soon).stream()
                .anyMatch(other -> other.alertId().equals(finding.alertId()) && other.status() == Status.CURED));
    }

    /** Every event without which the key would have a breach that it has not. */
    List<Withheld> withheld(String key) {
        Set<String> now = idsFound(events, horizon);
        List<Withheld> all = new ArrayList<>();
        for (Event event : events.size() > MOST_WITHHELD ? List.<Event>of() : events) {
            List<Event> others = new ArrayList<>(events);
            others.remove(event);
            for (KeyHistory<?> history : KeyHistory.in(others, rules, horizon, book)) {
                history.judge(horizon, book).findings().stream()
                        .filter(finding -> finding.ruleCode().equals(ruleCode)
                                && history.key().equals(key)
                                && !now.contains(finding.alertId()))
                        .findFirst()
                        .ifPresent(finding -> all.add(new Withheld(event, finding)));
            }
        }
        return all;
    }

    /** Tries a type of event. */
    @FunctionalInterface
    private interface Trial {
        boolean succeeds(EventType type);
    }

    private List<EventType> types(Trial trial) {
        return Arrays.stream(EventType.values())
                .filter(type -> Rules.streams(rules.kind()).contains(type.stream()))
                .filter(trial::succeeds)
                .toList();
    }

    private Event hypothetical(Finding finding, EventType type, long at) {
        List<Event> like = new ArrayList<>(evidence(finding));
        like.addAll(events);
        return Hypothetical.event(type, at, Instants.plus(horizon, Instants.DAY), like);
    }

    /** The events that a finding rests on, and those that the findings rest on that it rests on. */
    private List<Event> evidence(Finding finding) {
        Set<String> ids = ids(finding);
        Rules.toldTo(rules.kind())
                .forEach(told -> KeyHistory.findings(events, told, horizon, book).stream()
                        .filter(found -> ids(finding).contains(found.alertId()))
                        .forEach(found -> ids.addAll(ids(found))));
        return events.stream().filter(event -> ids.contains(event.eventId())).toList();
    }

    private static Set<String> ids(Finding finding) {
        return finding.evidence().stream().map(Evidence::eventId).collect(Collectors.toCollection(HashSet::new));
    }

    private List<Event> with(Event event) {
        List<Event> all = new ArrayList<>(events);
        all.add(event);
        return all;
    }

    private Set<String> idsFound(List<Event> history, long asOf) {
        return found(history, asOf).stream().map(Finding::alertId).collect(Collectors.toSet());
    }

    private List<Finding> found(List<Event> history, long asOf) {
        return KeyHistory.findings(history, rules, asOf, book).stream()
                .filter(finding -> finding.ruleCode().equals(ruleCode))
                .toList();
    }
}
