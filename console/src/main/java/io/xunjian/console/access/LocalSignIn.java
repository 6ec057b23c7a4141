package io.xunjian.console.access;

import io.javalin.http.Context;
import java.util.Optional;

/** By the session of the cookie. */
final class LocalSignIn implements SignIn {

    private final Sessions sessions;

    LocalSignIn(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Optional<User> user(Context ctx) {
        return SessionCookie.token(ctx).flatMap(sessions::use);
    }

    @Override
    public boolean isStillIn(Context ctx) {
        return SessionCookie.token(ctx).flatMap(sessions::find).isPresent();
    }

    @Override
    public String csrf(Context ctx, User user) {
        return Secrets.csrf(SessionCookie.token(ctx).orElseThrow(Refusal::signInNeeded), user.name());
    }
}
