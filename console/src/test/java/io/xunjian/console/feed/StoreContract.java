package io.xunjian.console.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.console.query.QueryReader;
import io.xunjian.console.store.Cursor;
import io.xunjian.console.store.Facets;
import io.xunjian.console.store.Groups;
import io.xunjian.console.store.Groups.By;
import io.xunjian.console.store.Order;
import io.xunjian.console.store.Overview;
import io.xunjian.console.store.Page;
import io.xunjian.console.store.SubjectFacts;
import io.xunjian.console.testing.SampleAlert;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every database must answer. */
abstract class StoreContract extends RareContract {

    private static final long DAY = 86_400_000L;

    @Test
    void eachTokenFindsWhatItSays() throws Exception {
        arrive(
                SampleAlert.open("LATE:1").order("O1"),
                SampleAlert.open("LATE:2")
                        .order("O2")
                        .severity("EXTREME")
                        .level(2)
                        .raised(SampleAlert.NOON + DAY),
                SampleAlert.open("CS:3")
                        .order("O12")
                        .rule("CS_UNREACHABLE")
                        .about("PROVIDER", "S1")
                        .revoked());

        assertThat(ids("rule:late_shipment")).containsExactly("LATE:2", "LATE:1");
        assertThat(ids("-rule:late_shipment")).containsExactly("CS:3");
        assertThat(ids("severity:extreme,general status:open")).containsExactly("LATE:2", "LATE:1");
        assertThat(ids("status:revoked status:cured")).containsExactly("CS:3");
        assertThat(ids("level:2")).containsExactly("LATE:2");
        assertThat(ids("version:1 -level:1")).containsExactly("LATE:2");
        assertThat(ids("shop:S1")).containsExactly("LATE:2", "LATE:1");
        assertThat(ids("provider:S1")).containsExactly("CS:3");
        assertThat(ids("subject:S1")).containsExactly("LATE:2", "CS:3", "LATE:1");
        assertThat(ids("key:O1")).containsExactly("LATE:1");
        assertThat(ids("-key:O1")).containsExactly("LATE:2", "CS:3");
        assertThat(ids("O1")).containsExactly("CS:3", "LATE:1");
        assertThat(ids("LATE:")).containsExactly("LATE:2", "LATE:1");
        assertThat(ids("late:x")).isNull();
        assertThat(ids("raised:2025-06-02")).containsExactly("LATE:2");
        assertThat(ids("raised:..2025-06-01")).containsExactly("CS:3", "LATE:1");
        assertThat(ids("raised:2025-06-01T12:00:00+08:00..")).hasSize(3);
        assertThat(ids("raised:2025-06-01T12:00:00.001+08:00..")).containsExactly("LATE:2");
        assertThat(ids("desk:new is:unmuted assignee:none outcome:none")).hasSize(3);
        assertThat(ids("desk:closed")).isEmpty();
        assertThat(ids("is:muted")).isEmpty();
        assertThat(ids("-assignee:none")).isEmpty();
        assertThat(ids("-assignee:li")).hasSize(3);
    }

    @Test
    void pagesMeetEachAlertOnceInEitherOrder() throws Exception {
        List<SampleAlert> alerts = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            alerts.add(SampleAlert.open("A" + i).raised(SampleAlert.NOON + i / 5));
        }
        arrive(alerts.toArray(SampleAlert[]::new));
        for (boolean byArrival : new boolean[] {true, false}) {
            for (boolean descending : new boolean[] {true, false}) {
                Order order = new Order(byArrival, descending);
                List<Long> met = new ArrayList<>();
                Optional<Cursor> after = Optional.empty();
                do {
                    Page page = list().page(query(""), order, after, 4);
                    page.rows().forEach(row -> met.add(row.seq()));
                    after = page.next();
                } while (after.isPresent());
                assertThat(met).hasSize(25).doesNotHaveDuplicates();
                assertThat(met).isSortedAccordingTo(descending ? (a, b) -> b.compareTo(a) : Long::compare);
            }
        }
    }

    @Test
    void countsAgreeWithTheList() throws Exception {
        arrive(
                SampleAlert.open("A"),
                SampleAlert.open("B").severity("EXTREME").raised(SampleAlert.NOON - DAY),
                SampleAlert.open("C")
                        .rule("CS_UNREACHABLE")
                        .about("PROVIDER", "P1")
                        .revoked(),
                SampleAlert.open("D").about("SHOP", "S2").cured(5));
        for (String text : List.of(
                "",
                "rule:late_shipment",
                "status:open",
                "-severity:extreme",
                "is:muted",
                "raised:2025-06-01",
                "shop:S1",
                "O-A",
                "raised:2025-06-01T12:00:00+08:00..")) {
            assertThat(list().total(query(text)).count())
                    .as(text)
                    .isEqualTo(ids(text).size());
        }
        Facets facets = new Facets(database(), counts(), CLOCK);
        assertThat(facets.of(query("status:open")).facets().get("status"))
                .containsExactly(
                        new Facets.Count("OPEN", 2), new Facets.Count("CURED", 1), new Facets.Count("REVOKED", 1));
        assertThat(facets.of(query("status:open shop:S1")).facets().get("severity"))
                .containsExactly(new Facets.Count("EXTREME", 1), new Facets.Count("GENERAL", 1));
        assertThat(facets.of(query("shop:S1")).facets().get("assignee")).containsExactly(new Facets.Count("none", 2));
    }

    @Test
    void groupsComeWithTheBiggestFirst() throws Exception {
        arrive(
                SampleAlert.open("A").about("SHOP", "S2"),
                SampleAlert.open("B")
                        .about("SHOP", "S2")
                        .rule("CS_UNREACHABLE")
                        .severity("SERIOUS")
                        .cured(5),
                SampleAlert.open("C").about("SHOP", "S1").raised(SampleAlert.NOON + 1),
                SampleAlert.open("D").about("PROVIDER", "S1"));
        Groups groups = new Groups(database(), CLOCK);
        List<Groups.Group> shops = groups.of(query(""), By.SHOP, 0, 10);
        assertThat(shops).extracting(Groups.Group::key).containsExactly("S2", "S1");
        assertThat(shops.get(0).worst()).isEqualTo("SERIOUS");
        assertThat(shops.get(0).open()).isEqualTo(1);
        assertThat(shops.get(0).rules()).containsExactly("CS_UNREACHABLE", "LATE_SHIPMENT");
        assertThat(groups.of(query(""), By.SHOP, 1, 10))
                .extracting(Groups.Group::key)
                .containsExactly("S1");
        assertThat(groups.of(query("status:open"), By.RULE, 0, 10))
                .extracting(Groups.Group::count)
                .containsExactly(3L);
    }

    @Test
    void aDayIsADayOfTheZone() throws Exception {
        long midnight = Instant.parse("2025-06-01T16:00:00Z").toEpochMilli();
        arrive(SampleAlert.open("A").raised(midnight - 1), SampleAlert.open("B").raised(midnight));
        Overview overview = new Overview(database(), counts(), CLOCK);
        LocalDate first = LocalDate.of(2025, 6, 1);
        assertThat(overview.byDay(first, first.plusDays(1), QueryReader.ZONE)).hasSize(2);
        assertThat(overview.byDay(first, first.plusDays(1), ZoneId.of("UTC"))).hasSize(1);
        assertThat(overview.totals(first, first, QueryReader.ZONE))
                .containsEntry("open", 1L)
                .containsEntry("new", 1L);
        assertThat(overview.topSubjects(first, first, ZoneId.of("UTC")).get(0).count())
                .isEqualTo(2);
        SubjectFacts.Facts facts = new SubjectFacts(database()).of("SHOP", "S1").orElseThrow();
        assertThat(facts.counts()).isEqualTo(new SubjectFacts.Counts(2, 2, 0, 0));
        assertThat(facts.byDay()).hasSize(2);
        assertThat(new SubjectFacts(database()).of("PROVIDER", "S1")).isEmpty();
    }
}
