package io.xunjian.console.access;

import io.javalin.http.Context;
import io.xunjian.console.web.Gate;
import java.util.Optional;

/** Lets pass who is signed in with the role that is needed; a changing request only from our own pages. */
final class AccessGate implements Gate {

    private static final String CSRF_HEADER = "X-CSRF-Token";

    private final SignIn signIn;
    private final SameOrigin sameOrigin;
    private final Hosts hosts;
    private final boolean https;

    AccessGate(AccessSettings settings, SignIn signIn) {
        this.signIn = signIn;
        this.sameOrigin = new SameOrigin(settings.publicUrl());
        this.hosts = new Hosts(settings.host(), settings.publicUrl());
        this.https = settings.https();
    }

    @Override
    public void check(Context ctx, Optional<Role> needed) {
        SecurityHeaders.set(ctx, https);
        if (!hosts.knows(ctx.header("Host"))) {
            throw Refusal.forbidden("HOST", "This server does not go by that name; see --public-url.");
        }
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
