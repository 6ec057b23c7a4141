package io.xunjian.console.web;

import io.javalin.http.Context;
import io.xunjian.console.query.BadQuery;
import io.xunjian.console.query.Query;
import io.xunjian.console.query.QueryReader;
import io.xunjian.console.store.Cursor;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what requests ask for; what it cannot read is a {@link BadRequest}. */
public final class Requests {

    /** The attribute of a request under which the gate keeps the name of who asks. */
    public static final String USER = "xunjian.user.name";

    private Requests() {}

    /** Who asks, empty where nobody signed in. */
    public static Optional<String> user(Context ctx) {
        return Optional.ofNullable(ctx.attribute(USER));
    }

    /** The parameter {@code q}. */
    public static Query query(Context ctx) {
        return query(ctx, ctx.queryParam("q"));
    }

    /** A query that stands elsewhere in the request. */
    public static Query query(Context ctx, String text) {
        try {
            return new QueryReader(user(ctx).orElse(""), QueryReader.ZONE).read(text);
        } catch (BadQuery e) {
            throw new BadRequest("BAD_QUERY", e.getMessage(), Map.of("at", e.at(), "length", e.length()));
        }
    }

    static <T> T choice(Context ctx, String name, Map<String, T> choices, String orElse) {
        String value = Optional.ofNullable(ctx.queryParam(name)).orElse(orElse);
        T choice = value == null ? null : choices.get(value);
        if (choice == null) {
            throw bad(
                    name,
                    value,
                    "one of "
                            + String.join(
                                    ", ", choices.keySet().stream().sorted().toList()));
        }
        return choice;
    }

    static int limit(Context ctx) {
        return (int) number(ctx, "limit", 1, 200, 50);
    }

    static long number(Context ctx, String name, long least, long most, long orElse) {
        String value = ctx.queryParam(name);
        if (value == null) {
            return orElse;
        }
        if (value.matches("-?[0-9]{1,18}")) {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw bad(name, value, "a whole number from " + least + " to " + most);
    }

    static Optional<Cursor> cursor(Context ctx) {
        String value = ctx.queryParam("after");
        if (value == null) {
            return Optional.empty();
        }
        return Optional.of(Cursor.parse(value).orElseThrow(() -> bad("after", value, "what next was")));
    }

    static ZoneId zone(Context ctx) {
        List<String> values = ctx.queryParams("zone");
        if (values.isEmpty()) {
            return QueryReader.ZONE;
        }
        try {
            return ZoneId.of(values.get(0));
        } catch (DateTimeException e) {
            throw bad("zone", values.get(0), "a zone like Asia/Shanghai");
        }
    }

    private static BadRequest bad(String name, String value, String expected) {
        return new BadRequest("BAD_PARAMETER", name + " is '" + value + "', expected " + expected);
    }
}
