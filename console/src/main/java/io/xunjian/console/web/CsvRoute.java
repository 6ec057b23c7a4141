package io.xunjian.console.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.xunjian.console.access.Role;
import io.xunjian.console.query.Query;
import io.xunjian.console.store.AlertList;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** All alerts of a query as a table for Excel, written as they are read. */
public final class CsvRoute {

    private static final Map<String, Boolean> LANGUAGES = Map.of("en", false, "zh", true);

    private final AlertList list;
    private final RuleNames names;

    public CsvRoute(AlertList list, RuleNames names) {
        this.list = list;
        this.names = names;
    }

    /** What it answers. */
    public List<Route> routes() {
        return List.of(Route.of(HandlerType.GET, "/api/alerts.csv", Role.VIEWER, this::write));
    }

    private void write(Context ctx) throws IOException {
        Query query = Requests.query(ctx);
        boolean isChinese = Requests.choice(ctx, "lang", LANGUAGES, "en");
        ZoneId zone = Requests.zone(ctx);
        CsvTable table = new CsvTable(names, isChinese, zone);
        ctx.contentType("text/csv; charset=utf-8");
        ctx.header("Content-Disposition", "attachment; filename=\"alerts.csv\"");
        try (Writer out =
                new BufferedWriter(new OutputStreamWriter(ctx.outputStream(), StandardCharsets.UTF_8), 1 << 16)) {
            out.write(table.head());
            list.each(query, row -> {
                try {
                    out.write(table.line(row));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
