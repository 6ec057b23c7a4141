package io.xunjian.console.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.NotFoundResponse;
import io.xunjian.console.access.Role;
import io.xunjian.console.store.RuleHits;
import io.xunjian.console.store.RuleHits.Hits;
import io.xunjian.rules.Rule;
import io.xunjian.rules.Rules;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.book.RuleVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Rules: what they are, and what they found. */
public final class RuleRoutes {

    private final Supplier<RuleBook> books;
    private final RuleNames names;
    private final RuleHits hits;

    public RuleRoutes(Supplier<RuleBook> books, RuleHits hits) {
        this.books = books;
        this.names = new RuleNames(books);
        this.hits = hits;
    }

    /** What it answers. */
    public List<Route> routes() {
        return List.of(
                Route.of(HandlerType.GET, "/api/rules", Role.VIEWER, this::all),
                Route.of(HandlerType.GET, "/api/rules/{code}", Role.VIEWER, this::one));
    }

    private void all(Context ctx) {
        RuleBook book = books.get();
        Map<String, Hits> found = hits.byRule();
        ctx.json(Map.of(
                "rules",
                Rules.ALL.stream()
                        .map(Rule::code)
                        .map(code -> summary(book, code, found.getOrDefault(code, Hits.NONE)))
                        .toList()));
    }

    private void one(Context ctx) {
        String code = ctx.pathParam("code");
        RuleBook book = books.get();
        if (Rules.of(code) == null || book.versions(code) == null) {
            throw new NotFoundResponse("there is no rule " + code);
        }
        List<RuleVersion> versions = book.versions(code);
        RuleVersion newest = versions.get(versions.size() - 1);
        Map<String, Object> answer = summary(book, code, hits.byRule().getOrDefault(code, Hits.NONE));
        answer.put("clause", newest.clause());
        answer.put("doc", book.doc(code));
        answer.put("parameters", newest.values());
        answer.put("ladder", newest.ladder());
        answer.put("versions", versions.stream().map(RuleRoutes::full).toList());
        answer.put("byDay", hits.byDay(code));
        ctx.json(answer);
    }

    private Map<String, Object> summary(RuleBook book, String code, Hits found) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("ruleCode", code);
        summary.put("name", names.newest(code));
        summary.put(
                "versions", book.versions(code).stream().map(RuleRoutes::brief).toList());
        summary.put("hits", found.hits());
        summary.put("open", found.open());
        summary.put("cured", found.cured());
        summary.put("revoked", found.revoked());
        summary.put("curedShare", found.curedShare());
        summary.put("revokedShare", found.revokedShare());
        summary.put("outcomes", found.outcomes());
        summary.put("falsePositiveShare", found.falsePositiveShare());
        return summary;
    }

    private static Map<String, Object> brief(RuleVersion version) {
        Map<String, Object> brief = new LinkedHashMap<>();
        brief.put("version", version.version());
        brief.put("status", version.status());
        brief.put("effectiveFrom", version.effectiveFrom());
        return brief;
    }

    private static Map<String, Object> full(RuleVersion version) {
        Map<String, Object> full = brief(version);
        full.put("name", version.name());
        full.put("clause", version.clause());
        full.put("parameters", version.values());
        full.put("ladder", version.ladder());
        return full;
    }
}
