package io.xunjian.console.desk;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.xunjian.console.access.Body;
import io.xunjian.console.access.Refusal;
import io.xunjian.console.access.Role;
import io.xunjian.console.access.User;
import io.xunjian.console.web.Route;
import io.xunjian.rules.event.SubjectType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Deciding: of alerts by their ids or by a filter, of mutes, and back again. */
final class DecisionRoutes {

    private static final int MOST_ALERTS = 10_000;
    private static final int LONGEST_ID = 500;
    private static final int LONGEST_CODE = 64;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_FILTER = 4000;

    private final Desk desk;
    private final AlertSelector selector;
    private final Predicate<String> assignable;

    DecisionRoutes(Desk desk, AlertSelector selector, Predicate<String> assignable) {
        this.desk = desk;
        this.selector = selector;
        this.assignable = assignable;
    }

    List<Route> routes() {
        return List.of(Route.of(HandlerType.POST, "/api/decisions", Role.ANALYST, this::decide));
    }

    private void decide(Context ctx) {
        Body body = Body.of(ctx);
        User user = User.of(ctx);
        DecisionKind kind =
                body.choice("kind", DecisionKind.class).orElseThrow(() -> Refusal.badRequest("kind is missing."));
        Decision wish = wish(kind, body, user);
        Desk.Answer answer = switch (kind) {
            case UNDO -> desk.undo(wish, user);
            case MUTE, UNMUTE -> desk.decide(wish, List.of(mute(body)));
            case ACKNOWLEDGE, UNACKNOWLEDGE, ASSIGN, NOTE, CLOSE, REOPEN -> desk.decide(wish, alerts(ctx, body));
        };
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("decisionId", answer.decisionId());
        json.put("count", answer.count());
        json.put("undo", answer.decisionId());
        json.put("seen", answer.seen());
        Body.answer(ctx, json);
    }

    private Decision wish(DecisionKind kind, Body body, User user) {
        long now = desk.now();
        return new Decision(
                null,
                kind,
                null,
                user.name(),
                now,
                text(kind, body),
                kind == DecisionKind.CLOSE
                        ? body.choice("outcome", Outcome.class)
                                .orElseThrow(() -> Refusal.badRequest("Closing needs an outcome."))
                        : null,
                kind == DecisionKind.ASSIGN ? assignee(body, user) : null,
                kind == DecisionKind.MUTE ? until(body, now) : null,
                kind == DecisionKind.UNDO ? body.needed("undoes", LONGEST_NAME) : null);
    }

    private static String text(DecisionKind kind, Body body) {
        return switch (kind) {
            case NOTE -> body.needed("text", Decision.LONGEST_TEXT);
            case MUTE -> body.needed("reason", Decision.LONGEST_TEXT);
            case UNMUTE -> body.text("reason", Decision.LONGEST_TEXT).orElse(null);
            case ACKNOWLEDGE, UNACKNOWLEDGE, ASSIGN, CLOSE, REOPEN, UNDO ->
                body.text("text", Decision.LONGEST_TEXT).orElse(null);
        };
    }

    private String assignee(Body body, User user) {
        if (!body.has("assignee")) {
            throw Refusal.badRequest("assignee is missing; null is nobody.");
        }
        String assignee = body.text("assignee", LONGEST_NAME).orElse(null);
        if (assignee == null || assignee.equals("me")) {
            return assignee == null ? null : user.name();
        }
        if (!assignable.test(assignee)) {
            throw Refusal.badRequest("There is nobody " + assignee + " who decides.");
        }
        return assignee;
    }

    private static long until(Body body, long now) {
        long until = body.number("until");
        if (until <= now || until - now > Decision.LONGEST_MUTE.toMillis()) {
            throw Refusal.badRequest("until must be within " + Decision.LONGEST_MUTE.toDays() + " days from now.");
        }
        return until;
    }

    private static Target mute(Body body) {
        return new Target.OfMute(
                body.needed("ruleCode", LONGEST_CODE),
                body.choice("subjectType", SubjectType.class)
                        .orElseThrow(() -> Refusal.badRequest("subjectType is missing.")),
                body.needed("subjectId", LONGEST_ID));
    }

    private Collection<Target> alerts(Context ctx, Body body) {
        if (body.has("alertIds") == body.has("q")) {
            throw Refusal.badRequest("Name either alertIds or q.");
        }
        List<String> ids = body.has("q")
                ? selector.ids(ctx, body.text("q", LONGEST_FILTER).orElse(""), MOST_ALERTS + 1)
                : body.texts("alertIds", MOST_ALERTS, LONGEST_ID);
        if (ids.size() > MOST_ALERTS) {
            throw Refusal.badRequest("These are more than " + MOST_ALERTS + " alerts; narrow the filter.");
        }
        if (ids.isEmpty()) {
            throw Refusal.badRequest("There is no alert to decide of.");
        }
        return ids.stream().<Target>map(Target.OfAlert::new).toList();
    }
}
