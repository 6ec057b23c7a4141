package io.xunjian.console.desk;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.xunjian.console.access.Body;
import io.xunjian.console.access.Refusal;
import io.xunjian.console.access.Role;
import io.xunjian.console.web.Route;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was decided, for everybody to see. */
final class AuditRoutes {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    private final DecisionHistory history;

    AuditRoutes(DecisionHistory history) {
        this.history = history;
    }

    List<Route> routes() {
        return List.of(
                Route.of(HandlerType.GET, "/api/decisions", Role.VIEWER, this::decisions),
                Route.of(HandlerType.GET, "/api/mutes", Role.VIEWER, this::mutes));
    }

    private void decisions(Context ctx) {
        Optional<String> after = Optional.ofNullable(ctx.queryParam("after")).filter(text -> !text.isEmpty());
        DecisionHistory.AuditPage page = history.page(after, limit(ctx.queryParam("limit")));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("decisions", page.decisions());
        json.put("next", page.next());
        Body.answer(ctx, json);
    }

    private void mutes(Context ctx) {
        Body.answer(ctx, Map.of("mutes", history.mutes()));
    }

    private static int limit(String text) {
        if (text == null) {
            return USUAL;
        }
        if (!text.matches("[0-9]{1,4}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
            throw Refusal.badRequest("limit must be 1 to " + MOST + ".");
        }
        return Integer.parseInt(text);
    }
}
