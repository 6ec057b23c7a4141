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

    static final String NONE = "NONE";

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

    /**
     * What a query demands.
     *
     * @param condition all of it
     * @param few what of it names few alerts by their numbers
     * @param many what of it points to more than few
     */
    record Where(Sql condition, List<Sql> few, List<Pointer> many) {

        boolean isFew() {
            return !few.isEmpty();
        }

        /** {@code FROM} and {@code WHERE} of a query in no order, which begins with what is pointed to. */
        Sql from() {
            Sql from = new Sql().add("FROM ");
            if (few.isEmpty() && !many.isEmpty()) {
                from.add("(").add(many.get(0).all()).add(") p JOIN alert a ON a.alert_no = p.alert_no WHERE ");
            } else {
                from.add("alert a WHERE ");
            }
            from.add(condition);
            few.forEach(some -> from.add(" AND ").add(some));
            return from;
        }
    }

    Where of(Query query) {
        List<Sql> few = new ArrayList<>();
        List<Pointer> many = new ArrayList<>();
        for (Pointer pointer : new Pointers(now).of(query)) {
            pointer.few(handle).ifPresentOrElse(few::add, () -> many.add(pointer));
        }
        return new Where(condition(query), few, many);
    }

    /** {@code TRUE}, and all that the query demands of the alert {@code a}. */
    Sql condition(Query query) {
        Sql where = new Sql().add("TRUE");
        for (Map.Entry<Field, List<Term>> field : query.alternatives().entrySet()) {
            where.add(" AND (").add(any(field.getValue())).add(")");
        }
        for (Term term : query.exclusions()) {
            where.add(" AND NOT (").add(one(term)).add(")");
        }
        query.words().forEach(word -> where.add(" AND ").add(new Word(word).condition()));
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
            case DESK -> new Sql().in("a.desk_state", term.values());
            case LEVEL -> new Sql().in("a.level", numbers(term.values()));
            case VERSION -> new Sql().in("a.rule_version", numbers(term.values()));
            case ASSIGNEE -> orNone("a.assignee", term.values());
            case OUTCOME -> orNone("a.outcome", term.values());
            case SUBJECT -> new Sql().in("a.subject_id", term.values());
            case SHOP -> subject("SHOP", term.values());
            case PROVIDER -> subject("PROVIDER", term.values());
            case KEY -> hasKey(new Sql().in("k.key_value", term.values()));
            case RAISED -> raised(term.spans());
            case IS -> muted(term.values());
            case WORD -> throw new IllegalStateException("Words are not alternatives");
        };
    }

    private static Sql subject(String type, List<String> ids) {
        return new Sql().add("a.subject_type = ? AND ", type).in("a.subject_id", ids);
    }

    private static Sql orNone(String column, List<String> values) {
        return new Sql()
                .in(
                        "COALESCE(" + column + ", '')",
                        values.stream()
                                .map(value -> NONE.equalsIgnoreCase(value) ? "" : value)
                                .toList());
    }

    /** Looked up for each alert: a database that may choose would rather collect the keys of all alerts first. */
    static Sql hasKey(Sql key) {
        return new Sql()
                .add("(SELECT MIN(k.key_value) FROM alert_key k WHERE k.alert_no = a.alert_no AND ")
                .add(key)
                .add(") IS NOT NULL");
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
            muted.add(or + (value.equals("MUTED") ? "a.muted_until > ?" : "a.muted_until <= ?"), now);
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
