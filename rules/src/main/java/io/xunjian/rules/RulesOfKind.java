package io.xunjian.rules;

import io.xunjian.rules.book.RuleBook;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** The rules, and what rules rest on, over one kind of facts; together they give one verdict. */
public record RulesOfKind<F>(FactKind<F> kind, List<Judgement<F>> rules) implements Serializable {

    static <F> RulesOfKind<F> of(Judgement<F> rule) {
        return new RulesOfKind<>(rule.facts(), List.of(rule));
    }

    /** @param rule over the same kind */
    @SuppressWarnings("unchecked")
    RulesOfKind<F> with(Judgement<?> rule) {
        List<Judgement<F>> more = new ArrayList<>(rules);
        more.add((Judgement<F>) rule);
        return new RulesOfKind<>(kind, List.copyOf(more));
    }

    /** Whether this is where findings of that code come from. */
    public boolean finds(String code) {
        return rules.stream().anyMatch(rule -> rule.code().equals(code));
    }

    /** The one of that code, which is {@link #finds found} here. */
    public Judgement<F> of(String code) {
        return rules.stream()
                .filter(rule -> rule.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** What all of them say: every finding, the first next look, settled when all are. */
    public Verdict judge(String key, F facts, long asOf, RuleBook book) {
        Verdict verdict = rules.get(0).judge(key, facts, asOf, book);
        for (int i = 1; i < rules.size(); i++) {
            verdict = verdict.and(rules.get(i).judge(key, facts, asOf, book));
        }
        return verdict;
    }
}
