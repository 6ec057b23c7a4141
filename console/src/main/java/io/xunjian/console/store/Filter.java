package io.xunjian.console.store;

import io.xunjian.console.query.Field;
import io.xunjian.console.query.Query;
import io.xunjian.console.query.Span;
import io.xunjian.console.query.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** A query as a condition on the table {@code alert a}. */
final class Filter {

    private static final String NONE = "NONE";

    private final Handle handle;
    private final long now;

    /**
     * Makes conditions for one request.
     *
     * @param now when a mute must not be over, epoch ms
     */
    Filter(Handle handle, long now) {
        this.handle = handle;
        this.now = now;
    }

    /** {@code TRUE}, and what the query demands. */
    Sql where(Query query) {
        Sql where = new Sql().add("TRUE");
        for (Map.Entry<Field, List<Term>> field : query.alternatives().entrySet()) {
            where.add(" AND (").add(any(field.getValue())).add(")");
        }
        for (Term term : query.exclusions()) {
            where.add(" AND NOT (").add(one(term)).add(")");
        }
        for (String word : query.words()) {
            where.add(" AND ").add(Words.of(handle, word).condition());
        }
        return where;
    }

    private Sql any(List<Term> terms) {
        Sql any = one(terms.get(0));
        for (Term term : terms.subList(1, terms.size())) {
            any.add(" OR ").add(one(term));
        }
        return any;
    }

    /** Never null, so that it may be negated. */
    private Sql one(Term term) {
        return switch (term.field()) {
            case RULE -> new Sql().in("a.rule_code", term.values());
            case SEVERITY -> new Sql().in("a.severity", term.values());
            case STATUS -> new Sql().in("a.status", term.values());
            case DESK -> desk(term.values());
            case LEVEL -> new Sql().in("a.level", numbers(term.values()));
            case VERSION -> new Sql().in("a.rule_version", numbers(term.values()));
            case ASSIGNEE -> assignee(term.values(), term.negated());
            case OUTCOME -> outcome(term.values(), term.negated());
            case SUBJECT -> new Sql().in("a.subject_id", term.values());
            case SHOP -> subject("SHOP", term.values());
            case PROVIDER -> subject("PROVIDER", term.values());
            case KEY -> keys(term.values());
            case RAISED -> raised(term.spans());
            case IS -> muted(term.values());
            case WORD -> throw new IllegalStateException("Words are not alternatives");
        };
    }

    /** Almost all are new: their index would be the long way, as for a mute. */
    private static Sql desk(List<String> values) {
        return new Sql().in(values.contains(AlertRow.NEW) ? "a.desk_state || ''" : "a.desk_state", values);
    }

    private static Sql subject(String type, List<String> ids) {
        return new Sql().add("a.subject_type = ? AND ", type).in("a.subject_id", ids);
    }

    /** Those of somebody are few, and have an index; null is not in it. */
    private static Sql assignee(List<String> values, boolean negated) {
        boolean isNone = values.stream().anyMatch(NONE::equalsIgnoreCase);
        return isNone || negated ? orNone("a.assignee", values) : new Sql().in("a.assignee", values);
    }

    /** Only what is closed has one, and what is closed has an index. */
    private static Sql outcome(List<String> values, boolean negated) {
        boolean isClosed = !negated && !values.contains(NONE);
        return new Sql().add(isClosed ? "a.desk_state = 'CLOSED' AND " : "").add(orNone("a.outcome", values));
    }

    private static Sql orNone(String column, List<String> values) {
        return new Sql()
                .in(
                        "COALESCE(" + column + ", '')",
                        values.stream()
                                .map(value -> NONE.equalsIgnoreCase(value) ? "" : value)
                                .toList());
    }

    private static Sql keys(List<String> values) {
        return new Sql()
                .add("a.alert_no IN (SELECT k.alert_no FROM alert_key k WHERE ")
                .in("k.key_value", values)
                .add(")");
    }

    private static Sql raised(List<Span> spans) {
        Sql raised = new Sql();
        String or = "";
        for (Span span : spans) {
            raised.add(or + "a.raised_at >= ? AND a.raised_at < ?", span.from(), span.to());
            or = " OR ";
        }
        return raised;
    }

    private Sql muted(List<String> values) {
        Sql muted = new Sql();
        String or = "";
        for (String value : values) {
            // Almost all are not muted: their index would be the long way, and + 0 keeps a database from it.
            muted.add(or + (value.equals("MUTED") ? "a.muted_until > ?" : "a.muted_until + 0 <= ?"), now);
            or = " OR ";
        }
        return muted;
    }

    private static List<Integer> numbers(List<String> values) {
        List<Integer> numbers = new ArrayList<>();
        values.forEach(value -> numbers.add(Integer.valueOf(value)));
        return numbers;
    }
}
