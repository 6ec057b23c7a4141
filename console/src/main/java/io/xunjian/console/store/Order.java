package io.xunjian.console.store;

/**
 * By what alerts are sorted.
 *
 * @param byArrival by when their newest state arrived; else by when they were raised
 */
public record Order(boolean byArrival, boolean descending) {

    String sql() {
        String direction = descending ? " DESC" : "";
        return byArrival
                ? " ORDER BY a.seq" + direction
                : " ORDER BY a.raised_at" + direction + ", a.alert_no" + direction;
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

    Cursor at(AlertRow row) {
        return byArrival ? new Cursor(row.seq(), 0) : new Cursor(row.raisedAt(), row.alertNo());
    }
}
