package io.xunjian.console.access;

import io.javalin.http.Context;
import io.xunjian.console.web.Gate;
import io.xunjian.console.web.Route;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** Who may see and do what: what the server asks before it answers. */
public final class Access {

    /** 2^12 rounds: a quarter of a second of one core for a try. */
    private static final int COST = 12;

    private final AccessSettings settings;
    private final Hosts hosts;
    private final SignIn signIn;
    private final Accounts accounts;
    private final List<Route> routes;
    private final Optional<String> firstPassword;

    private Access(Jdbi jdbi, AccessSettings settings, InstantSource clock, int cost) {
        this.settings = settings;
        this.hosts = new Hosts(settings.host(), settings.publicUrl());
        this.accounts = new Accounts(jdbi, clock);
        boolean local = settings.mode() == AccessSettings.Mode.LOCAL;
        Passwords passwords = new Passwords(cost);
        Sessions sessions = new Sessions(jdbi, clock);
        this.signIn = local ? new LocalSignIn(sessions) : new ProxySignIn(settings, accounts);
        List<Route> ofSessions = local
                ? new SessionRoutes(accounts, sessions, passwords, new SignInLimits(clock), settings).routes()
                : new ProxySessionRoutes(signIn, settings.version()).routes();
        List<Route> ofUsers = new UserRoutes(accounts, passwords, local).routes();
        this.routes = Stream.of(ofSessions, ofUsers).flatMap(List::stream).toList();
        this.firstPassword = local && !accounts.hasAdmin() ? makeFirst(passwords) : Optional.empty();
    }

    /** Reads who there is. Where nobody could keep users, makes {@code admin}. */
    public static Access open(Jdbi jdbi, AccessSettings settings, InstantSource clock) {
        return new Access(jdbi, settings, clock, COST);
    }

    /** As {@link #open}, with passwords that are cheap to guess: for tests. */
    static Access cheap(Jdbi jdbi, AccessSettings settings, InstantSource clock, int cost) {
        return new Access(jdbi, settings, clock, cost);
    }

    /** Of {@code admin}, where this start made it. It is kept nowhere else: show it now. */
    public Optional<String> firstPassword() {
        return firstPassword;
    }

    /** To be called before anything else, for every request: sets the headers, and checks by which name we are called. */
    public void before(Context ctx) {
        SecurityHeaders.set(ctx, settings.https());
        if (!hosts.knows(ctx.header("Host"))) {
            throw Refusal.forbidden("HOST", "This server does not go by that name; see --public-url.");
        }
    }

    /** What is asked before every answer: whether the request comes from our pages, and the user has the role. */
    public Gate gate() {
        return new AccessGate(signIn, new SameOrigin(settings.publicUrl()));
    }

    /** Whether who listens to a long answer is still signed in; to be asked now and then. Is no use of the session. */
    public boolean stillPasses(Context ctx) {
        return signIn.isStillIn(ctx);
    }

    /** Who may sign in. */
    public Accounts accounts() {
        return accounts;
    }

    /** Sessions and users. */
    public List<Route> routes() {
        return routes;
    }

    private Optional<String> makeFirst(Passwords passwords) {
        String password = new Secrets().password();
        return accounts.makeFirst(passwords.hash(password)) ? Optional.of(password) : Optional.empty();
    }
}
