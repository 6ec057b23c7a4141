package io.xunjian.console.store;

import java.util.List;

/** A word that is searched for: the beginning of an alert's own id, of its subject's or of a key. */
final class Word {

    private final String from;
    private final String to;

    Word(String word) {
        this.from = word;
        this.to = after(word);
    }

    Pointer pointer() {
        return new Pointer(List.of(
                new Sql().add("SELECT alert_no FROM alert WHERE alert_id >= ? AND alert_id < ?", from, to),
                new Sql().add("SELECT alert_no FROM alert WHERE subject_id >= ? AND subject_id < ?", from, to),
                new Sql().add("SELECT alert_no FROM alert_key WHERE key_value >= ? AND key_value < ?", from, to)));
    }

    Sql condition() {
        return new Sql()
                .add("(a.alert_id >= ? AND a.alert_id < ?", from, to)
                .add(" OR a.subject_id >= ? AND a.subject_id < ? OR ", from, to)
                .add(Filter.hasKey(new Sql().add("k.key_value >= ? AND k.key_value < ?", from, to)))
                .add(")");
    }

    /** The first text after all that begin with this one, whether texts are ordered by code points or by UTF-16. */
    private static String after(String word) {
        int last = word.codePointBefore(word.length());
        int next = last == Character.MAX_CODE_POINT ? last : last + 1;
        return word.substring(0, word.length() - Character.charCount(last))
                + Character.toString(next == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : next);
    }
}
