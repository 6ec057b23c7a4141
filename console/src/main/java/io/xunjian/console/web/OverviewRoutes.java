package io.xunjian.console.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.xunjian.console.access.Role;
import io.xunjian.console.store.Overview;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Some days at a glance. */
public final class OverviewRoutes {

    private static final int USUAL_DAYS = 30;
    private static final int MOST_DAYS = 3_700;

    private final Overview overview;
    private final HealthCheck health;
    private final Clock clock;

    public OverviewRoutes(Overview overview, HealthCheck health, Clock clock) {
        this.overview = overview;
        this.health = health;
        this.clock = clock;
    }

    /** What it answers. */
    public List<Route> routes() {
        return List.of(Route.of(HandlerType.GET, "/api/overview", Role.VIEWER, this::answer));
    }

    private void answer(Context ctx) {
        ZoneId zone = Requests.zone(ctx);
        LocalDate to = day(ctx, "to").orElseGet(() -> LocalDate.ofInstant(clock.instant(), zone));
        LocalDate from = day(ctx, "from").orElseGet(() -> to.minusDays(USUAL_DAYS - 1L));
        if (from.isAfter(to) || from.plusDays(MOST_DAYS).isBefore(to)) {
            throw new BadRequest(
                    "BAD_PARAMETER", "from " + from + " to " + to + " is no span of 1 to " + MOST_DAYS + " days");
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("byDay", overview.byDay(from, to, zone));
        answer.put("totals", overview.totals(from, to, zone));
        answer.put("topSubjects", overview.topSubjects(from, to, zone));
        answer.put("pipeline", health.look());
        ctx.json(answer);
    }

    private static Optional<LocalDate> day(Context ctx, String name) {
        String value = ctx.queryParam(name);
        if (value == null || value.isEmpty()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(value);
            if (day.getYear() >= 1970 && day.getYear() < 9999) {
                return Optional.of(day);
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw new BadRequest("BAD_PARAMETER", name + " is '" + value + "', expected a day like 2025-06-01");
    }
}
