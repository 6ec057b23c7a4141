package io.xunjian.rules.trial;

import io.xunjian.rules.Judgement;
import io.xunjian.rules.Rule;
import io.xunjian.rules.Rules;
import io.xunjian.rules.RulesOfKind;
import io.xunjian.rules.book.RuleBook;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The rule books by which one history is judged in one pass: the baseline; the candidate, where one is tried; one more for
 * each value of a sweep. A set of books is a {@code long}: bit i is the i-th book.
 */
public final class Trial implements Serializable {

    /** As many books as a set has bits, but one. */
    public static final int MOST_BOOKS = 63;

    public static final int BASELINE = 0;
    public static final int CANDIDATE = 1;

    private final ArrayList<RuleBook> books = new ArrayList<>();
    private final boolean hasCandidate;
    private final Sweep sweep;

    /**
     * A trial of these.
     *
     * @param candidate {@code null} where none is tried
     * @param sweep {@code null} where there is none
     * @param swept the book of each value of the sweep
     */
    public Trial(RuleBook baseline, RuleBook candidate, Sweep sweep, List<RuleBook> swept) {
        this.hasCandidate = candidate != null;
        this.sweep = sweep;
        books.add(baseline);
        if (hasCandidate) {
            books.add(candidate);
        }
        books.addAll(swept);
    }

    /** No trial at all: one book. */
    public static Trial of(RuleBook baseline) {
        return new Trial(baseline, null, null, List.of());
    }

    public int size() {
        return books.size();
    }

    public RuleBook book(int index) {
        return books.get(index);
    }

    /** The set of all books. */
    public long all() {
        return (1L << size()) - 1;
    }

    public boolean hasCandidate() {
        return hasCandidate;
    }

    /** The set of the books whose alerts are kept; those of a sweep are counted. */
    public long kept() {
        return hasCandidate ? 0b11 : 0b1;
    }

    /** {@code null} where there is none. */
    public Sweep sweep() {
        return sweep;
    }

    /** The book of the first value of the sweep; those of the others follow. */
    public int firstSwept() {
        return hasCandidate ? 2 : 1;
    }

    /** For each book, the first one that has the same versions of all of these rules. */
    int[] alike(RulesOfKind<?> rules) {
        int[] alike = new int[size()];
        for (int i = 0; i < alike.length; i++) {
            while (!areAlike(rules, alike[i], i)) {
                alike[i]++;
            }
        }
        return alike;
    }

    private boolean areAlike(RulesOfKind<?> rules, int a, int b) {
        if (a == b) {
            return true;
        }
        for (Judgement<?> judgement : rules.rules()) {
            for (Rule<?> rule : Rules.restingOn(judgement)) {
                if (!book(a).hasTheSame(rule.code(), book(b))) {
                    return false;
                }
            }
        }
        return true;
    }
}
