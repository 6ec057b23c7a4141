package io.xunjian.console.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.console.query.Query;
import io.xunjian.console.query.QueryReader;
import io.xunjian.console.store.AlertRow;
import io.xunjian.console.store.Cursor;
import io.xunjian.console.store.Order;
import io.xunjian.console.store.Page;
import io.xunjian.console.testing.SampleAlert;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Lists of alerts that are rare, or lie behind thousands of others: whichever way they are read, they are what a scan finds. */
abstract class RareContract extends WriteContract {

    private static final int MANY = 6_500;
    private static final int PAGE = 40;
    private static final int PAGES = 3;
    private static final int QUERIES = 60;

    private static final List<Token> TOKENS = List.of(
            new Token("rule:cs_unreachable", alert -> alert.ruleCode().equals("CS_UNREACHABLE")),
            new Token("-rule:late_shipment", alert -> !alert.ruleCode().equals("LATE_SHIPMENT")),
            new Token("severity:extreme", alert -> alert.severity().equals("EXTREME")),
            new Token("severity:extreme,serious", alert -> !alert.severity().equals("GENERAL")),
            new Token("status:revoked", alert -> alert.status().equals("REVOKED")),
            new Token("level:3", alert -> alert.level() == 3),
            new Token("-level:1", alert -> alert.level() != 1),
            new Token("desk:new", alert -> true),
            new Token("raised:..2025-06-01", alert -> alert.raisedAt() < SampleAlert.NOON + 43_200_000L),
            new Token("shop:S3", alert -> alert.subjectId().equals("S3")),
            new Token(
                    "shop:S1,S2",
                    alert -> alert.subjectId().equals("S1") || alert.subjectId().equals("S2")),
            new Token("OLD-", alert -> alert.orderId().startsWith("OLD-")),
            new Token("OLD-12", alert -> alert.orderId().startsWith("OLD-12")),
            new Token("NEW-", alert -> alert.orderId().startsWith("NEW-")),
            new Token("key:OLD-77", alert -> alert.orderId().equals("OLD-77")),
            new Token("A1", alert -> alert.alertId().startsWith("A1")));

    /** A part of a query, and of which alerts it is true. */
    private record Token(String text, Predicate<SampleAlert> holds) {

        /** Two of one field are alternatives. */
        Predicate<SampleAlert> with(Token other) {
            boolean isOneField = text.contains(":") && other.text.startsWith(text.substring(0, text.indexOf(':') + 1));
            return isOneField && text.charAt(0) != '-' ? holds.or(other.holds) : holds.and(other.holds);
        }
    }

    @Test
    void whichAreRareAreFoundInTheirOrder() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<SampleAlert> alerts = alerts(random);
        arrive(alerts.toArray(SampleAlert[]::new));
        Map<String, AlertRow> rows = new HashMap<>();
        list().each(Query.ALL, row -> rows.put(row.alertId(), row));
        assertThat(rows).hasSize(alerts.size());
        for (int i = 0; i < QUERIES; i++) {
            Token first = TOKENS.get(i % TOKENS.size());
            Token second = TOKENS.get(random.nextInt(TOKENS.size()));
            Order order = new Order(i % 3 == 0, random.nextInt(4) > 0);
            String text = first.text() + ' ' + second.text();
            Predicate<SampleAlert> both = first.with(second);
            List<String> expected = alerts.stream()
                    .filter(both)
                    .map(alert -> rows.get(alert.alertId()))
                    .sorted(by(order))
                    .limit(PAGE * PAGES)
                    .map(AlertRow::alertId)
                    .toList();
            assertThat(met(text, order))
                    .as("%s in %s, seed %d", text, order, seed)
                    .isEqualTo(expected);
        }
    }

    private List<String> met(String text, Order order) throws Exception {
        Query query = new QueryReader("li", QueryReader.ZONE).read(text);
        List<String> met = new ArrayList<>();
        Optional<Cursor> after = Optional.empty();
        for (int i = 0; i < PAGES; i++) {
            Page page = list().page(query, order, after, PAGE);
            page.rows().forEach(row -> met.add(row.alertId()));
            if (page.next().isEmpty()) {
                break;
            }
            after = page.next();
        }
        return met;
    }

    private static Comparator<AlertRow> by(Order order) {
        Comparator<AlertRow> ascending = order.byArrival()
                ? Comparator.comparingLong(AlertRow::seq)
                : Comparator.comparingLong(AlertRow::raisedAt).thenComparingLong(AlertRow::alertNo);
        return order.descending() ? ascending.reversed() : ascending;
    }

    /** The old ones are of all kinds; those of the days after are alike, but for some. */
    private static List<SampleAlert> alerts(Random random) {
        List<SampleAlert> alerts = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            alerts.add(mixed(SampleAlert.open("A" + i).order("OLD-" + i), random)
                    .raised(SampleAlert.NOON + random.nextInt(3_600_000)));
        }
        for (int i = 0; i < MANY; i++) {
            SampleAlert alert = SampleAlert.open("B" + i).order("NEW-" + i);
            alerts.add((random.nextInt(500) == 0 ? mixed(alert, random) : alert)
                    .raised(SampleAlert.NOON + 86_400_000L + random.nextInt(3_600_000)));
        }
        return alerts;
    }

    private static SampleAlert mixed(SampleAlert alert, Random random) {
        SampleAlert mixed = alert.rule(random.nextInt(3) == 0 ? "CS_UNREACHABLE" : "LATE_SHIPMENT")
                .about("SHOP", "S" + random.nextInt(5))
                .severity(List.of("EXTREME", "SERIOUS", "GENERAL").get(random.nextInt(3)))
                .level(1 + random.nextInt(3));
        return random.nextInt(50) == 0 ? mixed.revoked() : mixed;
    }
}
