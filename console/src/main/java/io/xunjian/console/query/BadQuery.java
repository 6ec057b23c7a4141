package io.xunjian.console.query;

/** A query that is not understood. The message names the token and what was expected. */
public final class BadQuery extends Exception {

    private final int at;
    private final int length;

    BadQuery(String message, int at, int length) {
        super(message);
        this.at = at;
        this.length = length;
    }

    /** Where it is, in UTF-16 units from the beginning of the query. */
    public int at() {
        return at;
    }

    public int length() {
        return length;
    }
}
