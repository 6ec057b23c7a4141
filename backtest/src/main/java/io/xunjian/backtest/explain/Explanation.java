package io.xunjian.backtest.explain;

import io.xunjian.backtest.KeyEvents;
import io.xunjian.backtest.KeyHistory;
import io.xunjian.rules.Finding;
import io.xunjian.rules.Rule;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.files.EventFiles.EventFile;
import io.xunjian.rules.pages.Tongue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a rule says of one key, look by look, and what would have changed it.
 *
 * @param alertId that is asked for, {@code null} for all of the key
 * @param others events that name the key and are no facts of it
 * @param horizon epoch ms as of which it is told
 */
public record Explanation(
        Rule<?> rule,
        String alertId,
        KeyHistory<?> history,
        List<Event> others,
        List<Look> looks,
        WhatIf whatIf,
        long horizon,
        RuleBook book) {

    /**
     * Answers a question from a folder of events, for each key that is meant.
     *
     * @param until the horizon in epoch ms, {@link io.xunjian.rules.Instants#NEVER} for the greatest event time
     * @return nothing, if no event is of such a key
     */
    public static List<Explanation> of(Question question, List<EventFile> files, long until, RuleBook book)
            throws IOException {
        KeyEvents found = KeyEvents.read(files, until, question.names());
        List<Event> events = found.of(question.names());
        List<Explanation> explanations = new ArrayList<>();
        for (KeyHistory<?> history :
                question.meant(KeyHistory.in(events, question.rules(), found.horizon(), book), found.horizon(), book)) {
            explanations.add(of(question, history, events, found.horizon(), book));
        }
        return explanations;
    }

    private static Explanation of(
            Question question, KeyHistory<?> history, List<Event> events, long horizon, RuleBook book) {
        Rule<?> rule = question.rule();
        List<Look> looks = Looks.upTo(horizon, history, rule.code(), book);
        boolean isFound = looks.stream()
                .flatMap(look -> look.findings().stream())
                .anyMatch(finding -> finding.alertId().equals(question.alertId()));
        Set<Event> facts = new HashSet<>(history.facts());
        List<Event> others = events.stream()
                .filter(event ->
                        !facts.contains(event) && question.rules().kind().keyOf(event) == null)
                .filter(event -> !question.rules().kind().takesFindings())
                .toList();
        return new Explanation(
                rule,
                isFound ? question.alertId() : null,
                history,
                others,
                looks,
                new WhatIf(rule, events, horizon, book),
                horizon,
                book);
    }

    /** The key, for people. */
    public String key() {
        return KeyHistory.readable(history.key());
    }

    /** The breaches that there are in the end and that are asked for. */
    List<Finding> breaches() {
        return last().findings().stream()
                .filter(finding -> alertId == null || finding.alertId().equals(alertId))
                .toList();
    }

    /** There is one: no key is without an event, and none happened after the horizon. */
    Look last() {
        return looks.get(looks.size() - 1);
    }

    /** All of it in one language. */
    public String text(Tongue in) {
        return new ExplanationText(this, in).write();
    }
}
