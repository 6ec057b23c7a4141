package io.xunjian.console.query;

import java.util.List;

/**
 * One token, understood.
 *
 * @param negated whether it excludes
 * @param values one of which it is; upper case where the field has choices; empty for {@link Field#RAISED}
 * @param spans one of which it is in, for {@link Field#RAISED}
 */
public record Term(Field field, boolean negated, List<String> values, List<Span> spans) {

    /** Makes a term over values. */
    static Term of(Field field, boolean negated, List<String> values) {
        return new Term(field, negated, List.copyOf(values), List.of());
    }
}
