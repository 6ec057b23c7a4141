package io.xunjian.console.store;

import io.xunjian.console.query.Field;
import io.xunjian.console.query.Query;
import io.xunjian.console.query.Term;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What in a query may point to few alerts, and those. */
final class Pointers {

    private static final String OF_DESK =
            "SELECT a.alert_no FROM desk_state d JOIN alert a ON a.alert_id = d.alert_id WHERE ";

    private final Handle handle;
    private final long now;

    Pointers(Handle handle, long now) {
        this.handle = handle;
        this.now = now;
    }

    /** Conditions that the query implies, by the field that points to few. */
    Map<Field, Sql> of(Query query) {
        Map<Field, Sql> conditions = new EnumMap<>(Field.class);
        query.alternatives().forEach((field, terms) -> {
            List<Sql> numbers = new ArrayList<>();
            terms.forEach(term -> numbers(term).ifPresent(numbers::add));
            if (numbers.size() == terms.size()) {
                Few few = new Few(handle);
                numbers.forEach(few::add);
                few.condition().ifPresent(condition -> conditions.put(field, condition));
            }
        });
        return conditions;
    }

    private Optional<Sql> numbers(Term term) {
        boolean isOfNobody = term.values().stream()
                .anyMatch(value -> value.toUpperCase(Locale.ROOT).equals(Filter.NONE));
        return switch (term.field()) {
            case KEY ->
                Optional.of(new Sql()
                        .add("SELECT k.alert_no FROM alert_key k WHERE ")
                        .in("k.key_value", term.values()));
            case ASSIGNEE ->
                isOfNobody
                        ? Optional.empty()
                        : Optional.of(new Sql().add(OF_DESK).in("d.assignee", term.values()));
            case OUTCOME ->
                isOfNobody
                        ? Optional.empty()
                        : Optional.of(new Sql().add(OF_DESK).in("d.outcome", term.values()));
            case IS -> term.values().equals(List.of("MUTED")) ? Optional.of(muted()) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Sql muted() {
        return new Sql()
                .add(
                        "SELECT a.alert_no FROM mute m JOIN alert a ON a.subject_id = m.subject_id"
                                + " AND a.rule_code = m.rule_code AND a.subject_type = m.subject_type WHERE m.muted_until > ?",
                        now);
    }
}
