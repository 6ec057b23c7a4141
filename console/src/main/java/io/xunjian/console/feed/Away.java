package io.xunjian.console.feed;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;

/** Tells a database that is away, or busy, from an error that would come again. */
final class Away {

    /** Connection, rolled back (deadlock), resources, stopped by its operator, H2's timeouts and its closed database. */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "57", "HY", "90");

    private Away() {}

    static boolean is(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientException || cause instanceof SQLRecoverableException) {
                return true;
            }
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && CLASSES.contains(sql.getSQLState().substring(0, 2))) {
                return true;
            }
        }
        return false;
    }
}
