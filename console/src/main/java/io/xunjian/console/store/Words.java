package io.xunjian.console.store;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * The alerts that a word finds: by the beginning of their own id, of their subject's or of a key. Few are looked up before the
 * query runs, for no database follows three indexes in one condition; where they are many, any order soon meets enough.
 */
final class Words {

    private static final int FEW = 2_000;

    private final String from;
    private final String to;
    private final Set<Long> found = new LinkedHashSet<>();

    private Words(String word) {
        this.from = word;
        this.to = after(word);
    }

    static Words of(Handle handle, String word) {
        Words words = new Words(word);
        words.look(handle, "SELECT alert_no FROM alert WHERE alert_id >= ? AND alert_id < ? LIMIT ?");
        words.look(handle, "SELECT alert_no FROM alert WHERE subject_id >= ? AND subject_id < ? LIMIT ?");
        words.look(handle, "SELECT alert_no FROM alert_key WHERE key_value >= ? AND key_value < ? LIMIT ?");
        return words;
    }

    Sql condition() {
        if (found.size() <= FEW) {
            return new Sql().add("a.alert_no = ANY(?)", (Object) found.toArray(Long[]::new));
        }
        return new Sql()
                .add("(a.alert_id >= ? AND a.alert_id < ?", from, to)
                .add(" OR a.subject_id >= ? AND a.subject_id < ?", from, to)
                .add(" OR EXISTS (SELECT 1 FROM alert_key k WHERE k.alert_no = a.alert_no AND k.key_value >= ?", from)
                .add(" AND k.key_value < ?))", to);
    }

    private void look(Handle handle, String sql) {
        if (found.size() <= FEW) {
            handle.createQuery(sql)
                    .bind(0, from)
                    .bind(1, to)
                    .bind(2, FEW + 1)
                    .mapTo(Long.class)
                    .forEach(found::add);
        }
    }

    /** The first text after all that begin with this one, whether texts are ordered by code points or by UTF-16. */
    private static String after(String word) {
        int last = word.codePointBefore(word.length());
        int next = last == Character.MAX_CODE_POINT ? last : last + 1;
        return word.substring(0, word.length() - Character.charCount(last))
                + Character.toString(next == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : next);
    }
}
