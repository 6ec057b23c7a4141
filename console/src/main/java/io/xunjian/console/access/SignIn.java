package io.xunjian.console.access;

import io.javalin.http.Context;
import java.util.Optional;

/** Finds who asks. */
interface SignIn {

    /** The user; empty where nobody signed in. */
    Optional<User> user(Context ctx);

    /** Whether the user of a request that goes on is still signed in. Is no use of a session. */
    boolean isStillIn(Context ctx);

    /** The token that this user's changing requests carry. */
    String csrf(Context ctx, User user);
}
