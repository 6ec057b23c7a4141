package io.xunjian.console.query;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which alerts one wants to see: terms of one field are alternatives, fields must all hold, negated terms must all not hold, and
 * so must every word.
 */
public record Query(List<Term> terms) {

    /** All alerts. */
    public static final Query ALL = new Query(List.of());

    public Query {
        terms = List.copyOf(terms);
    }

    /** The terms that include, by their field. */
    public Map<Field, List<Term>> alternatives() {
        Map<Field, List<Term>> byField = new EnumMap<>(Field.class);
        for (Term term : terms) {
            if (!term.negated() && term.field() != Field.WORD) {
                byField.computeIfAbsent(term.field(), field -> new ArrayList<>())
                        .add(term);
            }
        }
        return byField;
    }

    /** The terms that exclude. */
    public List<Term> exclusions() {
        return terms.stream().filter(Term::negated).toList();
    }

    /** What is searched for. */
    public List<String> words() {
        return terms.stream()
                .filter(term -> term.field() == Field.WORD)
                .map(term -> term.values().get(0))
                .toList();
    }

    /** The same without the terms of one field. */
    public Query without(Field field) {
        return new Query(terms.stream().filter(term -> term.field() != field).toList());
    }

    /** The terms of one field alone. */
    public Query only(Field field) {
        return new Query(terms.stream().filter(term -> term.field() == field).toList());
    }

    /** Whether a term of that field stands in it. */
    public boolean has(Field field) {
        return terms.stream().anyMatch(term -> term.field() == field);
    }
}
