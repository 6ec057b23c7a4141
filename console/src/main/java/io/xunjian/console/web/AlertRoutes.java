package io.xunjian.console.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.xunjian.console.access.Role;
import io.xunjian.console.query.Query;
import io.xunjian.console.store.AlertList;
import io.xunjian.console.store.Order;
import io.xunjian.console.store.Page;
import io.xunjian.console.store.RecentAlerts;
import io.xunjian.console.store.Total;
import java.util.List;
import java.util.Map;

/** The list of alerts. */
public final class AlertRoutes {

    private static final Map<String, Boolean> SORTS = Map.of("raised", false, "arrived", true);
    private static final Map<String, Boolean> DIRECTIONS = Map.of("asc", false, "desc", true);

    private final AlertList list;
    private final RecentAlerts recent;
    private final RowJson rows;

    public AlertRoutes(AlertList list, RecentAlerts recent, RowJson rows) {
        this.list = list;
        this.recent = recent;
        this.rows = rows;
    }

    /** What it answers. */
    public List<Route> routes() {
        return List.of(Route.of(HandlerType.GET, "/api/alerts", Role.VIEWER, this::list));
    }

    private void list(Context ctx) {
        Query query = Requests.query(ctx);
        Order order = new Order(
                Requests.choice(ctx, "sort", SORTS, "raised"), Requests.choice(ctx, "dir", DIRECTIONS, "desc"));
        // Before the page is read: what arrives in between is told twice, not missed.
        long seq = recent.lastSeq();
        Page page = list.page(query, order, Requests.cursor(ctx), Requests.limit(ctx));
        Total total = list.total(query);
        ObjectNode answer = Json.MAPPER.createObjectNode();
        page.rows().forEach(row -> answer.withArray("alerts").add(rows.of(row)));
        answer.withArray("alerts");
        answer.put("next", page.next().map(Object::toString).orElse(null));
        answer.put("total", total.count());
        answer.put("totalIsExact", total.isExact());
        answer.put("seq", seq);
        ctx.json(answer);
    }
}
