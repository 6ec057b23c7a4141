package io.xunjian.console.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.NotFoundResponse;
import io.xunjian.console.access.Role;
import io.xunjian.console.query.Query;
import io.xunjian.console.store.AlertList;
import io.xunjian.console.store.AlertRow;
import io.xunjian.console.store.Order;
import io.xunjian.console.store.Page;
import io.xunjian.console.store.RecentAlerts;
import io.xunjian.console.store.RecordJson;
import io.xunjian.console.store.Total;
import java.util.List;
import java.util.Map;

/** Alerts: the list, and one with all that is known of it. */
public final class AlertRoutes {

    private static final int SIBLINGS = 20;
    private static final Map<String, Boolean> SORTS = Map.of("raised", false, "arrived", true);
    private static final Map<String, Boolean> DIRECTIONS = Map.of("asc", false, "desc", true);

    private final AlertList list;
    private final RecentAlerts recent;
    private final RowJson rows;
    private final DeskAnswers desk;
    private final Links links;

    public AlertRoutes(AlertList list, RecentAlerts recent, RowJson rows, DeskAnswers desk, Links links) {
        this.list = list;
        this.recent = recent;
        this.rows = rows;
        this.desk = desk;
        this.links = links;
    }

    /** What it answers. */
    public List<Route> routes() {
        return List.of(
                Route.of(HandlerType.GET, "/api/alerts", Role.VIEWER, this::list),
                Route.of(HandlerType.GET, "/api/alerts/<id>", Role.VIEWER, this::one));
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
        answer.set("alerts", array(page.rows()));
        answer.put("next", page.next().map(Object::toString).orElse(null));
        answer.put("total", total.count());
        answer.put("totalIsExact", total.isExact());
        answer.put("seq", seq);
        ctx.json(answer);
    }

    private void one(Context ctx) {
        String id = ctx.pathParam("id");
        AlertRow row = list.find(id).orElseThrow(() -> new NotFoundResponse("there is no alert " + id));
        ObjectNode answer = Json.MAPPER.createObjectNode();
        answer.set("row", rows.of(row));
        answer.set("alert", RecordJson.tree(row.json()));
        answer.set("history", Json.MAPPER.valueToTree(list.history(row)));
        answer.set("decisions", Json.MAPPER.valueToTree(desk.decisions(row)));
        answer.set("siblings", array(list.siblings(row, SIBLINGS)));
        answer.putObject("kafka")
                .put("topic", links.topic())
                .put("partition", row.topicPartition())
                .put("offset", row.topicOffset());
        answer.putObject("links").put("flink", links.flink()).put("explain", links.explain(row.alertId()));
        ctx.json(answer);
    }

    private ArrayNode array(List<AlertRow> alerts) {
        ArrayNode array = Json.MAPPER.createArrayNode();
        alerts.forEach(row -> array.add(rows.of(row)));
        return array;
    }
}
