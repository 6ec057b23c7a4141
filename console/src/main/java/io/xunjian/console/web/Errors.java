package io.xunjian.console.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what went wrong as {@code {error, message}}. */
final class Errors {

    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

    private static final Map<Integer, String> CODES = Map.of(
            400, "BAD_REQUEST",
            401, "NOT_SIGNED_IN",
            403, "FORBIDDEN",
            404, "NOT_FOUND",
            405, "METHOD_NOT_ALLOWED",
            409, "CONFLICT",
            413, "TOO_LARGE",
            429, "TOO_MANY");

    private Errors() {}

    static void register(RoutesConfig routes) {
        routes.exception(BadRequest.class, (e, ctx) -> answer(ctx, 400, e.code(), e.getMessage(), e.details()));
        routes.exception(HttpResponseException.class, (e, ctx) -> {
            String code = e.getDetails().getOrDefault("error", CODES.getOrDefault(e.getStatus(), "ERROR"));
            answer(ctx, e.getStatus(), code, e.getMessage(), Map.of());
        });
        routes.exception(Exception.class, (e, ctx) -> {
            LOG.error("{} {} failed", ctx.req().getMethod(), ctx.path(), e);
            answer(ctx, 500, "INTERNAL", "the console failed; its log says how", Map.of());
        });
    }

    private static void answer(Context ctx, int status, String code, String message, Map<String, Object> details) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", code);
        body.put("message", message);
        body.putAll(details);
        ctx.status(status).header("Cache-Control", "no-store").json(body);
    }
}
