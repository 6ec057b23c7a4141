package io.xunjian.backtest.explain;

import io.xunjian.backtest.KeyHistory;
import io.xunjian.rules.Differences;
import io.xunjian.rules.FactKind;
import io.xunjian.rules.Finding;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Judgement;
import io.xunjian.rules.Verdict;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.event.Event;
import java.util.ArrayList;
import java.util.List;

/**
 * Goes through a key's history as a live run would have, had nothing come late: looks at each event, and whenever the rule
 * asked for a look. At each look what lies after it is not known. Of a very long history the start is looked at once.
 */
final class Looks<F> {

    /** A rule that asks for looks at which it has nothing to say is not followed for ever. */
    private static final int MOST_AHEAD = 100;

    /** A look takes as long as the facts are many: so many events, the last, are looked at one by one. */
    static final int MOST_EVENTS = 2_000;

    private final KeyHistory<F> history;
    private final FactKind<F> kind;
    private final Judgement<F> rule;
    private final RuleBook book;
    private final List<Look> looks = new ArrayList<>();
    private F facts;
    private int known;

    private Looks(KeyHistory<F> history, String ruleCode, RuleBook book) {
        this.history = history;
        this.kind = history.rules().kind();
        this.rule = history.rules().of(ruleCode);
        this.book = book;
    }

    /** Every look that a rule takes up to a horizon. */
    static <F> List<Look> upTo(long horizon, KeyHistory<F> history, String ruleCode, RuleBook book) {
        return new Looks<>(history, ruleCode, book).go(horizon);
    }

    private List<Look> go(long horizon) {
        List<Finding> said = List.of();
        List<Event> all = history.facts();
        long at = all.get(Math.max(0, all.size() - MOST_EVENTS)).eventTime();
        while (at <= horizon && at != Instants.NEVER) {
            List<Event> news = learn(at);
            Verdict verdict = judge(at);
            Differences differences = Differences.between(said, verdict.findings(), Instants.BEFORE_ALL);
            said = differences.said();
            looks.add(
                    new Look(at, news, differences.changes(), verdict.findings(), ahead(verdict), verdict.settledAt()));
            at = Math.min(nextEvent(), verdict.nextLook());
        }
        return looks;
    }

    private long nextEvent() {
        return known < history.facts().size() ? history.facts().get(known).eventTime() : Instants.NEVER;
    }

    private List<Event> learn(long at) {
        int from = known;
        while (nextEvent() <= at && known < history.facts().size()) {
            from = nextEvent() < at ? known + 1 : from;
            F fact = kind.of(history.facts().get(known));
            facts = facts == null ? fact : kind.join(facts, fact);
            known++;
        }
        return history.facts().subList(from, known);
    }

    private Verdict judge(long asOf) {
        return rule.judge(history.key(), facts, asOf, book);
    }

    private Finding ahead(Verdict now) {
        List<String> before = now.findings().stream().map(Finding::alertId).toList();
        long at = now.nextLook();
        for (int i = 0; i < MOST_AHEAD && at != Instants.NEVER; i++) {
            Verdict then = judge(at);
            for (Finding finding : then.findings()) {
                if (!before.contains(finding.alertId())) {
                    return finding;
                }
            }
            at = then.nextLook();
        }
        return null;
    }
}
