package io.xunjian.console.web;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.xunjian.console.access.Role;
import java.util.Optional;

/**
 * What the server answers.
 *
 * @param path as Javalin writes it: {@code /api/alerts/{id}}
 * @param needed the least role that may ask; empty where no sign-in is needed
 */
public record Route(HandlerType method, String path, Optional<Role> needed, Handler handler) {

    /** A route without a sign-in. */
    public static Route open(HandlerType method, String path, Handler handler) {
        return new Route(method, path, Optional.empty(), handler);
    }

    /** A route for users of this role, and of those above it. */
    public static Route of(HandlerType method, String path, Role needed, Handler handler) {
        return new Route(method, path, Optional.of(needed), handler);
    }
}
