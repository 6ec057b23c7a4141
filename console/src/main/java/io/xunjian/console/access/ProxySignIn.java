package io.xunjian.console.access;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * By the headers of a proxy that has checked who it is. Whoever else connects is refused, for anybody can write a header.
 * The role is the highest of those named, as {@code analyst} or {@code xunjian-analyst}, among groups with commas between.
 */
final class ProxySignIn implements SignIn {

    private static final String GROUP_PREFIX = "xunjian-";

    private final AccessSettings settings;
    private final Peers peers;
    private final Accounts accounts;
    /** Of this run: a page loads a new one after a restart. */
    private final String csrfKey = new Secrets().token();

    ProxySignIn(AccessSettings settings, Accounts accounts) {
        this.settings = settings;
        this.peers = new Peers(settings.proxyFrom());
        this.accounts = accounts;
    }

    @Override
    public Optional<User> user(Context ctx) {
        if (!peers.isTrusted(ctx)) {
            throw Refusal.forbidden("NOT_THE_PROXY", "Sign in through the proxy.");
        }
        String given = ctx.header(settings.proxyUserHeader());
        if (given == null || given.isBlank()) {
            return Optional.empty();
        }
        Optional<User> user = User.name(given)
                .flatMap(name -> role(ctx.header(settings.proxyRoleHeader())).map(role -> new User(name, role)))
                .filter(accounts::seen);
        if (user.isEmpty()) {
            throw Refusal.forbidden("NO_ROLE", "The proxy's user has no role here.");
        }
        return user;
    }

    /** The proxy closes what goes through it. */
    @Override
    public boolean isStillIn(Context ctx) {
        return true;
    }

    @Override
    public String csrf(Context ctx, User user) {
        return Secrets.csrf(csrfKey, user.name());
    }

    private static Optional<Role> role(String groups) {
        List<String> named = groups == null
                ? List.of()
                : Arrays.stream(groups.toLowerCase(Locale.ROOT).split(","))
                        .map(String::strip)
                        .toList();
        return Arrays.stream(Role.values())
                .filter(role -> {
                    String name = role.name().toLowerCase(Locale.ROOT);
                    return named.contains(name) || named.contains(GROUP_PREFIX + name);
                })
                .max(Comparator.naturalOrder());
    }
}
