package io.xunjian.console.webhook;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.xunjian.console.access.Body;
import io.xunjian.console.access.Refusal;
import io.xunjian.console.access.Role;
import io.xunjian.console.web.Route;
import io.xunjian.rules.book.Severity;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Keeping webhooks. An address and a secret that were given are never shown again. */
final class WebhookRoutes {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_URL = 2000;
    private static final int MOST_RULES = 100;

    private final WebhookRows rows;
    private final AllowedHosts allowed;
    private final Messages messages;
    private final Delivery delivery;
    private final SendingRate rate;

    WebhookRoutes(WebhookRows rows, AllowedHosts allowed, Messages messages, Delivery delivery, SendingRate rate) {
        this.rows = rows;
        this.allowed = allowed;
        this.messages = messages;
        this.delivery = delivery;
        this.rate = rate;
    }

    List<Route> routes() {
        return List.of(
                Route.of(HandlerType.GET, "/api/webhooks", Role.ADMIN, this::list),
                Route.of(HandlerType.POST, "/api/webhooks", Role.ADMIN, this::add),
                Route.of(HandlerType.PATCH, "/api/webhooks/{id}", Role.ADMIN, this::change),
                Route.of(HandlerType.DELETE, "/api/webhooks/{id}", Role.ADMIN, this::remove),
                Route.of(HandlerType.POST, "/api/webhooks/{id}/test", Role.ADMIN, this::test));
    }

    private void list(Context ctx) {
        Body.answer(ctx, Map.of("webhooks", rows.shown()));
    }

    private void add(Context ctx) {
        Body body = Body.of(ctx);
        URI url = url(body.needed("url", LONGEST_URL));
        allowed.fault(url).ifPresent(fault -> {
            throw Refusal.badRequest(fault);
        });
        Webhook webhook = new Webhook(
                UUID.randomUUID().toString(),
                body.needed("name", LONGEST_NAME),
                body.choice("kind", WebhookKind.class).orElseThrow(() -> Refusal.badRequest("kind is missing.")),
                url,
                body.text("secret", LONGEST_URL),
                body.choice("language", Language.class).orElse(Language.ZH),
                body.texts("rules", MOST_RULES, LONGEST_NAME),
                body.choice("minSeverity", Severity.class).orElse(Severity.MINOR));
        if (webhook.rules().stream().anyMatch(rule -> !rule.matches("[A-Z][A-Z0-9_]*"))) {
            throw Refusal.badRequest("rules must be codes of rules.");
        }
        rows.add(webhook);
        ctx.status(201);
        Body.answer(ctx, shown(webhook.id()));
    }

    private void change(Context ctx) {
        boolean enabled = Body.of(ctx).flag("enabled").orElseThrow(() -> Refusal.badRequest("enabled is missing."));
        if (!rows.enable(ctx.pathParam("id"), enabled)) {
            throw Refusal.notFound("There is no such webhook.");
        }
        Body.answer(ctx, shown(ctx.pathParam("id")));
    }

    private void remove(Context ctx) {
        if (!rows.remove(ctx.pathParam("id"))) {
            throw Refusal.notFound("There is no such webhook.");
        }
        ctx.status(204);
    }

    private void test(Context ctx) {
        Webhook webhook =
                rows.find(ctx.pathParam("id")).orElseThrow(() -> Refusal.notFound("There is no such webhook."));
        if (rate.notBefore(webhook.id()).isPresent()) {
            throw Refusal.conflict("This webhook was told enough in the last minute.");
        }
        try {
            delivery.deliver(webhook.kind(), messages.test(webhook));
            Body.answer(ctx, Map.of("delivered", true));
        } catch (UndeliveredException e) {
            Body.answer(ctx, Map.of("delivered", false, "message", e.getMessage()));
        }
    }

    private Map<String, Object> shown(String id) {
        return rows.shown().stream()
                .filter(webhook -> id.equals(webhook.get("id")))
                .findFirst()
                .orElseThrow();
    }

    private static URI url(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw Refusal.badRequest("url is no address.");
        }
    }
}
