package io.xunjian.console;

import io.xunjian.console.store.AlertList;
import io.xunjian.console.store.Counts;
import io.xunjian.console.store.Database;
import io.xunjian.console.store.Facets;
import io.xunjian.console.store.Groups;
import io.xunjian.console.store.Overview;
import io.xunjian.console.store.RecentAlerts;
import io.xunjian.console.store.RuleHits;
import io.xunjian.console.store.SubjectFacts;
import io.xunjian.console.web.AlertRoutes;
import io.xunjian.console.web.CsvRoute;
import io.xunjian.console.web.DeskAnswers;
import io.xunjian.console.web.HealthCheck;
import io.xunjian.console.web.Links;
import io.xunjian.console.web.OverviewRoutes;
import io.xunjian.console.web.Route;
import io.xunjian.console.web.RowJson;
import io.xunjian.console.web.RuleNames;
import io.xunjian.console.web.RuleRoutes;
import io.xunjian.console.web.SummaryRoutes;
import io.xunjian.rules.book.RuleBook;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Puts together what is answered about alerts. */
final class AlertAnswers {

    private AlertAnswers() {}

    static List<Route> routes(
            ConsoleSettings settings,
            Supplier<RuleBook> book,
            Database database,
            Counts counts,
            AlertList list,
            DeskAnswers desk,
            HealthCheck health,
            Clock clock) {
        RuleNames names = new RuleNames(book);
        Links links = new Links(
                settings.topic("alerts"), settings.flink().map(URI::toString).orElse(null));
        List<Route> routes = new ArrayList<>();
        routes.addAll(new CsvRoute(list, names).routes());
        routes.addAll(new AlertRoutes(list, new RecentAlerts(database), new RowJson(names), desk, links).routes());
        routes.addAll(new SummaryRoutes(
                        new Facets(database, counts, clock),
                        new Groups(database, clock),
                        new SubjectFacts(database),
                        desk)
                .routes());
        routes.addAll(new OverviewRoutes(new Overview(database, counts, clock), health, clock).routes());
        routes.addAll(new RuleRoutes(book, new RuleHits(counts)).routes());
        return routes;
    }
}
