package io.xunjian.console.store;

import io.xunjian.console.query.Field;
import io.xunjian.console.query.Query;
import io.xunjian.console.query.Term;
import java.util.List;

/**
 * The column whose index a list follows. H2 sees that an index is in the wanted order only where the order names the index's first
 * column as well, and prefers any index with a condition to the one in order: so other conditions are kept from theirs.
 */
enum Lead {
    TIME(""),
    RULE("a.rule_code"),
    SUBJECT("a.subject_id"),
    DESK("a.desk_state");

    private final String column;

    Lead(String column) {
        this.column = column;
    }

    static Lead of(Query query, Order order) {
        if (order.byArrival()) {
            return TIME;
        }
        if (isOne(query, Field.SUBJECT) || isOne(query, Field.SHOP) || isOne(query, Field.PROVIDER)) {
            return SUBJECT;
        }
        if (isOne(query, Field.DESK) && !value(query, Field.DESK).equals(AlertRow.NEW)) {
            return DESK;
        }
        return isOne(query, Field.RULE) ? RULE : TIME;
    }

    /** For the order, with what parts it from the next column. */
    String orderedBy(String direction) {
        return column.isEmpty() ? "" : column + direction + ", ";
    }

    /** A column as conditions name it. */
    String name(Lead of) {
        return this == of ? of.column : "COALESCE(" + of.column + ", '')";
    }

    private static boolean isOne(Query query, Field field) {
        List<Term> terms = query.alternatives().getOrDefault(field, List.of());
        return terms.size() == 1 && terms.get(0).values().size() == 1;
    }

    private static String value(Query query, Field field) {
        return query.alternatives().get(field).get(0).values().get(0);
    }
}
