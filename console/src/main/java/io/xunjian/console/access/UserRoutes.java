package io.xunjian.console.access;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.xunjian.console.web.Route;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeping users. They are disabled, never deleted: the audit names them. */
final class UserRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(UserRoutes.class);

    private final Accounts accounts;
    private final Passwords passwords;
    private final boolean local;

    UserRoutes(Accounts accounts, Passwords passwords, boolean local) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.local = local;
    }

    List<Route> routes() {
        return List.of(
                Route.of(HandlerType.GET, "/api/users", Role.ADMIN, this::list),
                Route.of(HandlerType.POST, "/api/users", Role.ADMIN, hereOnly(this::create)),
                Route.of(HandlerType.PATCH, "/api/users/{name}", Role.ADMIN, hereOnly(this::change)),
                Route.of(HandlerType.GET, "/api/users/names", Role.ANALYST, this::names));
    }

    private Handler hereOnly(Handler handler) {
        return local ? handler : ProxySessionRoutes.ELSEWHERE;
    }

    private void list(Context ctx) {
        Body.answer(
                ctx,
                Map.of("users", accounts.all().stream().map(UserRoutes::json).toList()));
    }

    private void names(Context ctx) {
        Body.answer(ctx, Map.of("names", accounts.deciders()));
    }

    private void create(Context ctx) {
        Body body = Body.of(ctx);
        String name = User.name(body.needed("name", 200))
                .orElseThrow(() -> Refusal.badRequest("A name has 1 to 64 of a-z, 0-9 and . _ @ + -"));
        Role role = body.choice("role", Role.class).orElseThrow(() -> Refusal.badRequest("role is missing."));
        String hash = hash(name, body.needed("password", Passwords.LONGEST));
        if (!accounts.create(name, role, Optional.of(hash))) {
            throw Refusal.conflict("This name is taken.");
        }
        LOG.info("{} made the user {}, {}", User.of(ctx).name(), name, role);
        ctx.status(201);
        Body.answer(ctx, json(accounts.find(name).orElseThrow()));
    }

    private void change(Context ctx) {
        Body body = Body.of(ctx);
        String name = ctx.pathParam("name");
        Account changed = accounts.change(
                        name,
                        body.choice("role", Role.class),
                        body.flag("disabled"),
                        body.text("password", Passwords.LONGEST).map(password -> hash(name, password)))
                .orElseThrow(() -> Refusal.notFound("There is no such user."));
        LOG.info(
                "{} changed the user {}: {}{}{}",
                User.of(ctx).name(),
                changed.name(),
                changed.role(),
                changed.disabled() ? ", disabled" : "",
                body.has("password") ? ", new password" : "");
        Body.answer(ctx, json(changed));
    }

    private String hash(String name, String password) {
        Passwords.fault(name, password).ifPresent(fault -> {
            throw Refusal.badRequest(fault);
        });
        return passwords.hash(password);
    }

    private static Map<String, Object> json(Account account) {
        Map<String, Object> user = new LinkedHashMap<>();
        user.put("name", account.name());
        user.put("role", account.role().name());
        user.put("disabled", account.disabled());
        user.put("createdAt", account.createdAt());
        user.put("lastSignInAt", account.signedInAt().orElse(null));
        return user;
    }
}
