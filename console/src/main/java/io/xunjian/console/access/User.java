package io.xunjian.console.access;

import io.javalin.http.Context;
import io.xunjian.console.web.Requests;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who asks.
 *
 * @param name in lower case, of ASCII letters, digits and {@code . _ @ + -}: no two names look alike
 */
public record User(String name, Role role) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@+-]{0,63}");
    private static final String ATTRIBUTE = "xunjian.signed-in";

    /** The user whom the gate let pass. */
    public static User of(Context ctx) {
        User user = ctx.attribute(ATTRIBUTE);
        if (user == null) {
            throw Refusal.signInNeeded();
        }
        return user;
    }

    void passes(Context ctx) {
        ctx.attribute(ATTRIBUTE, this);
        ctx.attribute(Requests.USER, name);
    }

    /** The name as it is kept; empty where it is none. */
    static Optional<String> name(String given) {
        String name = given.strip().toLowerCase(Locale.ROOT);
        return NAME.matcher(name).matches() ? Optional.of(name) : Optional.empty();
    }
}
