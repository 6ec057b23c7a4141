package io.xunjian.rules.trial;

import io.xunjian.rules.FactKind;
import io.xunjian.rules.Finding;
import io.xunjian.rules.RulesOfKind;
import io.xunjian.rules.book.RuleVersion;
import io.xunjian.rules.event.Event;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Judges keys of one kind by every book of a trial, once for all books that have the same rules and the same facts. Facts that
 * rest on what other rules found differ by book: an array has those of each, {@code null} where a book has none.
 */
public final class KindTrial<F> {

    private final RulesOfKind<F> rules;
    private final FactKind<F> kind;
    private final Trial trial;
    private final int[] alike;

    public KindTrial(RulesOfKind<F> rules, Trial trial) {
        this.rules = rules;
        this.kind = rules.kind();
        this.trial = trial;
        this.alike = trial.alike(rules);
    }

    /** What the books find in facts that are the same for all of them. */
    public List<Tried<Finding>> judge(String key, F facts, long asOf) {
        List<Tried<Finding>> tried = new ArrayList<>();
        for (int book = 0; book < alike.length; book++) {
            if (alike[book] == book) {
                add(findings(key, facts, asOf, book), booksAlike(book), tried);
            }
        }
        return tried;
    }

    /** What the books find where each has facts of its own. */
    public List<Tried<Finding>> judge(String key, F[] facts, long asOf) {
        List<Tried<Finding>> tried = new ArrayList<>();
        for (int book = 0; book < alike.length; book++) {
            if (facts[book] != null && firstWith(facts, book) == book) {
                long books = 0;
                for (int other = book; other < alike.length; other++) {
                    books |= firstWith(facts, other) == book ? 1L << other : 0;
                }
                add(findings(key, facts[book], asOf, book), books, tried);
            }
        }
        return tried;
    }

    private List<Finding> findings(String key, F facts, long asOf, int book) {
        return rules.judge(key, facts, asOf, trial.book(book)).findings();
    }

    private long booksAlike(int first) {
        long books = 0;
        for (int book = first; book < alike.length; book++) {
            books |= alike[book] == first ? 1L << book : 0;
        }
        return books;
    }

    private int firstWith(F[] facts, int book) {
        int first = alike[book];
        while (alike[first] != alike[book] || facts[first] != facts[book]) {
            first++;
        }
        return first;
    }

    /** Where other books found the same already, they are one; the same is what makes the same alert. */
    private void add(List<Finding> findings, long books, List<Tried<Finding>> tried) {
        if (tried.isEmpty()) {
            findings.forEach(finding -> tried.add(new Tried<>(finding, books)));
            return;
        }
        Map<Finding, Integer> known = new HashMap<>();
        for (int i = 0; i < tried.size(); i++) {
            known.put(tried.get(i).what(), i);
        }
        for (Finding finding : findings) {
            Integer at = known.get(finding);
            if (at != null && haveTheSameVersion(finding, tried.get(at).books(), books)) {
                tried.set(at, new Tried<>(finding, tried.get(at).books() | books));
            } else {
                tried.add(new Tried<>(finding, books));
            }
        }
    }

    private boolean haveTheSameVersion(Finding finding, long some, long others) {
        return Objects.equals(version(finding, some), version(finding, others));
    }

    private RuleVersion version(Finding finding, long books) {
        int book = Long.numberOfTrailingZeros(books);
        return trial.book(book).find(finding.ruleCode(), finding.ruleVersion());
    }

    /**
     * Joins an event to the facts of some books, in place. Books that had the same facts have the same afterwards.
     *
     * @return whether it was new to any of them
     */
    public boolean join(F[] facts, Event event, long books) {
        F fact = kind.of(event);
        F[] before = Arrays.copyOf(facts, facts.length);
        boolean isNew = false;
        for (int book = 0; book < facts.length; book++) {
            if ((books & (1L << book)) != 0) {
                int first = firstJoined(before, books, book);
                if (first < book) {
                    facts[book] = facts[first];
                } else if (before[book] == null || !kind.contains(before[book], event)) {
                    facts[book] = before[book] == null ? fact : kind.join(before[book], fact);
                    isNew = true;
                }
            }
        }
        return isNew;
    }

    private static int firstJoined(Object[] before, long books, int book) {
        int first = 0;
        while ((books & (1L << first)) == 0 || before[first] != before[book]) {
            first++;
        }
        return first;
    }

    /** Facts of each book, all the same. */
    @SuppressWarnings("unchecked") // an array of facts holds nothing but facts
    public F[] forEach(F facts) {
        Object[] all = new Object[alike.length];
        Arrays.fill(all, facts);
        return (F[]) all;
    }
}
