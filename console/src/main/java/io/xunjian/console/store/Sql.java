package io.xunjian.console.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** SQL that grows with its arguments. No value of a user is ever part of the text. */
final class Sql {

    private final StringBuilder text = new StringBuilder();
    private final List<Object> arguments = new ArrayList<>();

    /** Adds text that stands in our sources, and the values of its question marks. */
    Sql add(String more, Object... values) {
        text.append(more);
        Collections.addAll(arguments, values);
        return this;
    }

    Sql add(Sql more) {
        text.append(more.text);
        arguments.addAll(more.arguments);
        return this;
    }

    /** Adds {@code column IN (…)}. */
    Sql in(String column, Collection<?> values) {
        text.append(column)
                .append(" IN (")
                .append(String.join(", ", Collections.nCopies(values.size(), "?")))
                .append(')');
        arguments.addAll(values);
        return this;
    }

    Query query(Handle handle) {
        Query query = handle.createQuery(text.toString());
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i) instanceof Long[] numbers) {
                query.bindArray(i, Long.class, (Object[]) numbers);
            } else {
                query.bind(i, arguments.get(i));
            }
        }
        return query;
    }
}
