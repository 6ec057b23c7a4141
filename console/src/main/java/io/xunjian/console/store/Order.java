package io.xunjian.console.store;

import java.util.Arrays;
import java.util.Comparator;

/**
 * By what alerts are sorted.
 *
 * @param byArrival by when their newest state arrived; else by when they were raised
 */
public record Order(boolean byArrival, boolean descending) {

    /** As an index has it. */
    String sql() {
        return byArrival ? by("a.seq") : by("a.raised_at", "a.alert_no");
    }

    /** The same for rows that are few: no index is to be followed. */
    String ofFew() {
        return byArrival ? by("a.seq + 0") : by("a.raised_at + 0", "a.alert_no");
    }

    /** H2 sees that an index is in order where the order names its first columns as well. */
    String within(String... first) {
        String[] columns = Arrays.copyOf(first, first.length + 2);
        columns[first.length] = "a.raised_at";
        columns[first.length + 1] = "a.alert_no";
        return by(columns);
    }

    Comparator<AlertRow> comparator() {
        Comparator<AlertRow> ascending = byArrival
                ? Comparator.comparingLong(AlertRow::seq)
                : Comparator.comparingLong(AlertRow::raisedAt).thenComparingLong(AlertRow::alertNo);
        return descending ? ascending.reversed() : ascending;
    }

    private String by(String... columns) {
        String direction = descending ? " DESC" : "";
        return " ORDER BY " + String.join(direction + ", ", columns) + direction;
    }

    /** What comes after a place in this order. */
    Sql after(Cursor cursor) {
        String than = descending ? "<" : ">";
        if (byArrival) {
            return new Sql().add(" AND a.seq " + than + " ?", cursor.first());
        }
        return new Sql()
                .add(" AND a.raised_at " + than + "= ?", cursor.first())
                .add(" AND (a.raised_at " + than + " ? OR a.alert_no " + than + " ?)", cursor.first(), cursor.second());
    }

    Order reversed() {
        return new Order(byArrival, !descending);
    }

    Cursor at(AlertRow row) {
        return byArrival ? new Cursor(row.seq(), 0) : new Cursor(row.raisedAt(), row.alertNo());
    }

    /** The columns of a cursor, which the index alone has. */
    String place() {
        return byArrival ? "a.seq, 0" : "a.raised_at, a.alert_no";
    }
}
