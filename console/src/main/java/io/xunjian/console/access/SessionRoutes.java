package io.xunjian.console.access;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.xunjian.console.web.Route;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signing in by name and password, and out. */
final class SessionRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(SessionRoutes.class);

    private final Accounts accounts;
    private final Sessions sessions;
    private final Passwords passwords;
    private final SignInLimits limits;
    private final Peers peers;
    private final SessionCookie cookie;
    private final String version;

    SessionRoutes(
            Accounts accounts, Sessions sessions, Passwords passwords, SignInLimits limits, AccessSettings settings) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.limits = limits;
        this.peers = new Peers(settings.proxyFrom());
        this.cookie = new SessionCookie(settings.https());
        this.version = settings.version();
    }

    List<Route> routes() {
        return List.of(
                Route.open(HandlerType.POST, "/api/session", this::signIn),
                Route.of(HandlerType.GET, "/api/session", Role.VIEWER, this::session),
                Route.of(HandlerType.DELETE, "/api/session", Role.VIEWER, this::signOut),
                Route.of(HandlerType.POST, "/api/session/password", Role.VIEWER, this::changePassword));
    }

    private void signIn(Context ctx) {
        Body body = Body.of(ctx);
        String given = body.needed("name", 200);
        String password = body.needed("password", Passwords.LONGEST);
        String name = User.name(given).orElse("?");
        User user = verified(ctx, name, password).orElseThrow(Refusal::signInFailed);
        // Whatever the browser had before is worth nothing now: a token that somebody planted must not become a
        // session.
        SessionCookie.token(ctx).ifPresent(sessions::end);
        start(ctx, user);
    }

    private void session(Context ctx) {
        User user = User.of(ctx);
        answer(ctx, user, SessionCookie.token(ctx).orElseThrow(Refusal::signInNeeded));
    }

    private void signOut(Context ctx) {
        SessionCookie.token(ctx).ifPresent(sessions::end);
        cookie.take(ctx);
        ctx.status(204);
    }

    private void changePassword(Context ctx) {
        User user = User.of(ctx);
        Body body = Body.of(ctx);
        String old = body.needed("current", Passwords.LONGEST);
        String fresh = body.needed("next", Passwords.LONGEST);
        if (verified(ctx, user.name(), old).isEmpty()) {
            throw Refusal.forbidden("PASSWORD", "The present password is another one.");
        }
        Passwords.fault(user.name(), fresh).ifPresent(fault -> {
            throw Refusal.badRequest(fault);
        });
        accounts.change(user.name(), Optional.empty(), Optional.empty(), Optional.of(passwords.hash(fresh)));
        start(ctx, user);
    }

    private Optional<User> verified(Context ctx, String name, String password) {
        String client = peers.client(ctx);
        if (!limits.mayTry(name, client)) {
            ctx.header("Retry-After", Long.toString(SignInLimits.WINDOW.toSeconds()));
            throw Refusal.tooMany("Too many tries. Come back in " + SignInLimits.WINDOW.toMinutes() + " minutes.");
        }
        Optional<Account> account = accounts.find(name).filter(found -> !found.disabled());
        boolean fits = passwords.fits(password, account.flatMap(Account::passwordHash));
        if (!fits) {
            LOG.warn("{} from {} did not sign in: no such name and password", name, client);
            return Optional.empty();
        }
        limits.succeeded(name, client);
        return account.map(Account::user);
    }

    private void start(Context ctx, User user) {
        String token = sessions.start(user.name());
        cookie.give(ctx, token);
        answer(ctx, user, token);
    }

    private void answer(Context ctx, User user, String token) {
        Body.answer(ctx, session(user, Secrets.csrf(token, user.name()), version));
    }

    static Map<String, Object> session(User user, String csrf, String version) {
        Map<String, Object> session = new LinkedHashMap<>();
        session.put("user", Map.of("name", user.name(), "role", user.role().name()));
        session.put("csrf", csrf);
        session.put("version", version);
        return session;
    }
}
