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
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What would have been found, had one event more, or one less, happened. Nothing is known of any rule: each event is tried,
 * and the rule is asked.
 */
final class WhatIf {

    /** A longer history is tried with one event more, but not with two, nor without each of them: it would take too long. */
    private static final int MOST_EVENTS = 300;

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

    /** What at an instant would have kept an alert from being raised: one event of a type, or two together. */
    List<Set<EventType>> preventing(Finding finding, long at, int together) {
        return ways(
                together, types -> !idsFound(with(finding, types, at), horizon).contains(finding.alertId()));
    }

    /** What at the horizon would put a breach right within a day: one event of a type, or two together. */
    List<Set<EventType>> curing(Finding finding, int together) {
        long soon = Instants.plus(horizon, Instants.DAY);
        return ways(
                together,
                types -> found(with(finding, types, horizon), soon).stream()
                        .anyMatch(
                                other -> other.alertId().equals(finding.alertId()) && other.status() == Status.CURED));
    }

    /** Every event without which the key would have a breach that it has not. */
    List<Withheld> withheld(String key) {
        Set<String> now = idsFound(events, horizon);
        List<Withheld> all = new ArrayList<>();
        for (Event event : events.size() > MOST_EVENTS ? List.<Event>of() : events) {
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

    private List<Set<EventType>> ways(int together, Predicate<Set<EventType>> succeeds) {
        List<EventType> types = Arrays.stream(EventType.values())
                .filter(type -> Rules.streams(rules.kind()).contains(type.stream()))
                .toList();
        Set<Set<EventType>> ways = new LinkedHashSet<>();
        for (EventType one : types) {
            if (together == 1) {
                ways.add(EnumSet.of(one));
            } else if (events.size() <= MOST_EVENTS) {
                types.stream().filter(other -> other != one).forEach(other -> ways.add(EnumSet.of(one, other)));
            }
        }
        return ways.stream().filter(succeeds).toList();
    }

    private List<Event> with(Finding finding, Set<EventType> types, long at) {
        List<Event> like = new ArrayList<>(evidence(finding));
        like.addAll(events);
        List<Event> all = new ArrayList<>(events);
        types.forEach(type -> all.add(Hypothetical.event(type, at, Instants.plus(horizon, Instants.DAY), like)));
        return all;
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

    private Set<String> idsFound(List<Event> history, long asOf) {
        return found(history, asOf).stream().map(Finding::alertId).collect(Collectors.toSet());
    }

    private List<Finding> found(List<Event> history, long asOf) {
        return KeyHistory.findings(history, rules, asOf, book).stream()
                .filter(finding -> finding.ruleCode().equals(ruleCode))
                .toList();
    }
}
