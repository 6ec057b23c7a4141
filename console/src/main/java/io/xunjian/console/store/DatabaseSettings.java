package io.xunjian.console.store;

/**
 * Where the database is.
 *
 * @param url {@code jdbc:h2:file:…} or {@code jdbc:postgresql:…}
 * @param connections how many at most
 */
public record DatabaseSettings(String url, String user, String password, int connections) {

    /** Without the password. */
    @Override
    public String toString() {
        return url + " as " + user;
    }
}
