package io.xunjian.rules.book;

import io.xunjian.rules.Rule;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The book that a job starts with.
 *
 * @param files the built-in rules under those of the user's folders
 * @param announced rule files that jobs took while they ran, at most one of a rule: each is over those
 */
public record StartingBook(RuleBook files, List<Announcement> announced) implements Serializable {

    public StartingBook {
        announced = List.copyOf(announced);
    }

    /** A book of files alone. */
    public static StartingBook of(RuleBook files) {
        return new StartingBook(files, List.of());
    }

    /** This book with what others took: of each rule the file that was published last. */
    public StartingBook with(Iterable<Announcement> others) {
        Map<String, Announcement> newest = new TreeMap<>();
        others.forEach(announcement -> newest.put(announcement.ruleCode(), announcement));
        for (Announcement own : announced) {
            newest.merge(own.ruleCode(), own, (other, mine) -> other.publishedAt() > mine.publishedAt() ? other : mine);
        }
        return new StartingBook(files, List.copyOf(newest.values()));
    }

    /**
     * All of it.
     *
     * @throws BookRejected where this program does not understand what another one took
     */
    public RuleBook whole(Collection<? extends Rule<?>> rules) throws BookRejected {
        RuleBook book = files;
        for (Announcement announcement : announced) {
            book = book.with(rules, announcement);
        }
        return book;
    }
}
