package io.xunjian.console.access;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.xunjian.console.web.Route;
import java.util.List;

/** The session where a proxy signs in and out. */
final class ProxySessionRoutes {

    static final Handler ELSEWHERE = ctx -> {
        throw Refusal.conflict("Users and passwords are kept by the proxy in front of this console.");
    };

    private final SignIn signIn;
    private final String version;

    ProxySessionRoutes(SignIn signIn, String version) {
        this.signIn = signIn;
        this.version = version;
    }

    List<Route> routes() {
        return List.of(
                Route.open(HandlerType.POST, "/api/session", ELSEWHERE),
                Route.of(HandlerType.GET, "/api/session", Role.VIEWER, this::session),
                Route.of(HandlerType.DELETE, "/api/session", Role.VIEWER, ctx -> ctx.status(204)),
                Route.of(HandlerType.POST, "/api/session/password", Role.VIEWER, ELSEWHERE));
    }

    private void session(Context ctx) {
        User user = User.of(ctx);
        Body.answer(ctx, SessionRoutes.session(user, signIn.csrf(ctx, user), version));
    }
}
