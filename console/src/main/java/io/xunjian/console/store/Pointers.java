package io.xunjian.console.store;

import io.xunjian.console.query.Query;
import io.xunjian.console.query.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What in a query may point to few alerts. */
final class Pointers {

    private static final String OF_DESK =
            "SELECT a.alert_no FROM desk_state d JOIN alert a ON a.alert_id = d.alert_id WHERE ";

    private final long now;

    Pointers(long now) {
        this.now = now;
    }

    /** All of them; each holds. */
    List<Pointer> of(Query query) {
        List<Pointer> pointers = new ArrayList<>();
        query.alternatives().values().forEach(terms -> of(terms).ifPresent(pointers::add));
        query.words().forEach(text -> pointers.add(new Word(text).pointer()));
        return pointers;
    }

    private Optional<Pointer> of(List<Term> terms) {
        List<Sql> numbers = new ArrayList<>();
        terms.forEach(term -> numbers(term).ifPresent(numbers::add));
        return numbers.size() == terms.size() ? Optional.of(new Pointer(numbers)) : Optional.empty();
    }

    private Optional<Sql> numbers(Term term) {
        boolean isOfNobody = term.values().stream()
                .anyMatch(value -> value.toUpperCase(Locale.ROOT).equals(Filter.NONE));
        return switch (term.field()) {
            case KEY ->
                Optional.of(new Sql()
                        .add("SELECT k.alert_no FROM alert_key k WHERE ")
                        .in("k.key_value", term.values()));
            case SUBJECT, SHOP, PROVIDER ->
                Optional.of(new Sql().add("SELECT alert_no FROM alert WHERE ").in("subject_id", term.values()));
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
