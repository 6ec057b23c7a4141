package io.xunjian.console.web;

import io.javalin.http.Context;
import io.xunjian.console.access.Role;
import java.util.Optional;

/** Who may pass. Asked before every route, with the role that the route needs. */
@FunctionalInterface
public interface Gate {

    /**
     * Lets the request pass by returning.
     *
     * @param needed empty where no sign-in is needed; the gate may still refuse a changing request from another site
     * @throws io.javalin.http.HttpResponseException where it may not pass
     */
    void check(Context ctx, Optional<Role> needed);
}
