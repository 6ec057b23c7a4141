package io.xunjian.console.access;

import io.javalin.http.Context;
import io.xunjian.console.web.Gate;
import java.util.Optional;

/** Lets pass who is signed in with the role that is needed; a changing request only from our own pages. */
final class AccessGate implements Gate {

    private static final String CSRF_HEADER = "X-CSRF-Token";

    private final SignIn signIn;
    private final SameOrigin sameOrigin;

    AccessGate(SignIn signIn, SameOrigin sameOrigin) {
        this.signIn = signIn;
        this.sameOrigin = sameOrigin;
    }

    @Override
    public void check(Context ctx, Optional<Role> needed) {
        boolean changes = SameOrigin.changes(ctx);
        if (changes) {
            sameOrigin.check(ctx);
        }
        if (needed.isEmpty()) {
            return;
        }
        User user = signIn.user(ctx).orElseThrow(Refusal::signInNeeded);
        if (changes) {
            String given = ctx.header(CSRF_HEADER);
            if (given == null || !Secrets.same(signIn.csrf(ctx, user), given)) {
                throw Refusal.forbidden("CSRF", "The header " + CSRF_HEADER + " is missing or of another session.");
            }
        }
        if (!user.role().includes(needed.get())) {
            throw Refusal.forbidden("ROLE", "This needs the role " + needed.get() + ".");
        }
        user.passes(ctx);
    }
}
