package io.xunjian.console.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.NotFoundResponse;
import io.xunjian.console.access.Role;
import io.xunjian.console.query.Query;
import io.xunjian.console.store.Facets;
import io.xunjian.console.store.Groups;
import io.xunjian.console.store.Groups.By;
import io.xunjian.console.store.Groups.Group;
import io.xunjian.console.store.SubjectFacts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Alerts in numbers: by their values, in groups, by subject. */
public final class SummaryRoutes {

    private static final Map<String, By> GROUPINGS = Map.of("shop", By.SHOP, "provider", By.PROVIDER, "rule", By.RULE);

    private final Facets facets;
    private final Groups groups;
    private final SubjectFacts subjects;
    private final DeskAnswers desk;

    public SummaryRoutes(Facets facets, Groups groups, SubjectFacts subjects, DeskAnswers desk) {
        this.facets = facets;
        this.groups = groups;
        this.subjects = subjects;
        this.desk = desk;
    }

    /** What it answers. */
    public List<Route> routes() {
        return List.of(
                Route.of(HandlerType.GET, "/api/facets", Role.VIEWER, this::facets),
                Route.of(HandlerType.GET, "/api/groups", Role.VIEWER, this::groups),
                Route.of(HandlerType.GET, "/api/subjects/{type}/<id>", Role.VIEWER, this::subject));
    }

    private void facets(Context ctx) {
        ctx.json(facets.of(Requests.query(ctx)));
    }

    private void groups(Context ctx) {
        Query query = Requests.query(ctx);
        By by = Requests.choice(ctx, "by", GROUPINGS, "shop");
        long after = Requests.number(ctx, "after", 0, 1_000_000, 0);
        int limit = Requests.limit(ctx);
        List<Group> found = groups.of(query, by, after, limit + 1);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(
                "groups",
                found.stream().limit(limit).map(group -> json(group, by)).toList());
        answer.put("next", found.size() > limit ? Long.toString(after + limit) : null);
        ctx.json(answer);
    }

    private static Map<String, Object> json(Group group, By by) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "key",
                by == By.RULE
                        ? Map.of("ruleCode", group.key())
                        : Map.of("subjectType", by.name(), "subjectId", group.key()));
        json.put("count", group.count());
        json.put("open", group.open());
        json.put("worst", group.worst());
        json.put("newestRaisedAt", group.newestRaisedAt());
        json.put("rules", group.rules());
        return json;
    }

    private void subject(Context ctx) {
        String type = ctx.pathParam("type");
        String id = ctx.pathParam("id");
        SubjectFacts.Facts facts =
                subjects.of(type, id).orElseThrow(() -> new NotFoundResponse("no alert is about " + type + " " + id));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("subjectType", type);
        answer.put("subjectId", id);
        answer.put("counts", facts.counts());
        answer.put("byRule", facts.byRule());
        answer.put("byDay", facts.byDay());
        answer.put("mutes", desk.mutes(type, id));
        ctx.json(answer);
    }
}
