package io.xunjian.console.access;

import io.xunjian.console.web.Route;
import io.xunjian.console.web.WebServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** A server with a user of each role: {@code viewer}, {@code analyst} and {@code admin}, and some routes behind the gate. */
public final class GuardedServer implements AutoCloseable {

    static final String PASSWORD = "correct horse battery";
    /** The least that bcrypt knows. */
    private static final int CHEAP = 4;

    private final Access access;
    private final WebServer server;
    private final List<Route> routes;

    private GuardedServer(Access access, List<Route> more) {
        this.access = access;
        this.routes = Stream.of(access.routes(), more).flatMap(List::stream).toList();
        this.server = WebServer.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), routes, access::before, access.gate());
    }

    /** Starts it on a free port. */
    public static GuardedServer start(Jdbi jdbi, MovableClock clock, List<Route> more) {
        return start(jdbi, clock, AccessSettings.local("127.0.0.1", Optional.empty(), "1.0"), more);
    }

    static GuardedServer start(Jdbi jdbi, MovableClock clock, AccessSettings settings, List<Route> more) {
        Access access = Access.cheap(jdbi, settings, clock, CHEAP);
        Optional<String> hash = Optional.of(new Passwords(CHEAP).hash(PASSWORD));
        access.accounts().create("viewer", Role.VIEWER, hash);
        access.accounts().create("analyst", Role.ANALYST, hash);
        access.accounts().create("colleague", Role.ANALYST, hash);
        access.accounts().change("admin", Optional.empty(), Optional.empty(), hash);
        return new GuardedServer(access, more);
    }

    /** Somebody who has not signed in. */
    public Visitor stranger() {
        return new Visitor(server.address());
    }

    /** Somebody who has. */
    public Visitor signedIn(String name) throws IOException, InterruptedException {
        Visitor visitor = stranger();
        if (visitor.signIn(name, PASSWORD).status() != 200) {
            throw new IllegalStateException(name + " cannot sign in");
        }
        return visitor;
    }

    public Access access() {
        return access;
    }

    public InetSocketAddress address() {
        return server.address();
    }

    List<Route> routes() {
        return routes;
    }

    @Override
    public void close() {
        server.close();
    }
}
