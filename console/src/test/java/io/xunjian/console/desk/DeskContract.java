package io.xunjian.console.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.console.access.MovableClock;
import io.xunjian.console.store.AlertRows;
import io.xunjian.console.store.Database;
import io.xunjian.console.testing.SampleAlert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds in every database. */
abstract class DeskContract {

    private static final Duration DAY = Duration.ofDays(1);
    private static final String LATE = "LATE_SHIPMENT";

    private final Decisions decisions = new Decisions();
    private Database database;
    private Topics topics;

    /** A new and empty one. */
    abstract Database database() throws Exception;

    @BeforeEach
    void open() throws Exception {
        database = database();
        topics = new Topics(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatWasDecidedStandsBesideTheAlert() {
        topics.send(SampleAlert.open("A"));
        topics.send(SampleAlert.open("B"));

        topics.send(decisions.assign("A", "wang"));
        topics.send(decisions.close("A", Outcome.CONFIRMED));

        assertThat(topics.alert("A")).isEqualTo("CLOSED wang CONFIRMED 0");
        assertThat(topics.alert("B")).isEqualTo("NEW null null 0");
        assertThat(topics.news.get(1)).isEqualTo(new Decided(List.of("A"), List.of()));
    }

    @Test
    void whatWasDecidedWaitsForItsAlert() {
        topics.send(decisions.acknowledge("A"));
        Decision mute = decisions.mute(LATE, "S1", DAY);
        topics.send(mute);

        topics.send(SampleAlert.open("A"));

        assertThat(topics.alert("A")).isEqualTo("ACKNOWLEDGED null null " + mute.until());
    }

    @Test
    void anAlertThatIsRevokedLaterKeepsWhatWasDecided() {
        topics.send(SampleAlert.open("A"));
        topics.send(decisions.close("A", Outcome.FALSE_POSITIVE));

        topics.send(SampleAlert.open("A").revoked());

        assertThat(topics.alert("A")).isEqualTo("CLOSED null FALSE_POSITIVE 0");
    }

    @Test
    void aMuteIsForThatRuleAndSubjectThoseToComeToo() {
        topics.send(SampleAlert.open("before"));
        Decision mute = decisions.mute(LATE, "S1", DAY);
        topics.send(mute);
        topics.send(SampleAlert.open("after"));
        topics.send(SampleAlert.open("other rule").rule("OTHER"));
        topics.send(SampleAlert.open("other shop").about("SHOP", "S2"));
        topics.send(SampleAlert.open("provider").about("PROVIDER", "S1"));

        assertThat(topics.alert("before")).endsWith(" " + mute.until());
        assertThat(topics.alert("after")).endsWith(" " + mute.until());
        for (String other : List.of("other rule", "other shop", "provider")) {
            assertThat(topics.alert(other)).isEqualTo("NEW null null 0");
        }

        topics.send(decisions.unmute(LATE, "S1"));
        topics.send(SampleAlert.open("later"));
        assertThat(topics.alert("before")).isEqualTo("NEW null null 0");
        assertThat(topics.alert("later")).isEqualTo("NEW null null 0");
    }

    @Test
    void undoingAcrossBatchesPutsBackWhatStoodBefore() {
        topics.send(SampleAlert.open("A"));
        topics.send(decisions.assign("A", "wang"));
        Decision close = decisions.close("A", Outcome.CONFIRMED);
        topics.send(close);
        Decision longer = decisions.mute(LATE, "S1", DAY.multipliedBy(2));
        Decision shorter = decisions.mute(LATE, "S1", DAY);
        topics.send(longer);
        topics.send(shorter);

        topics.send(decisions.undo(close));
        topics.send(decisions.undo(shorter));

        assertThat(topics.alert("A")).isEqualTo("NEW wang null " + longer.until());
    }

    @Test
    void aMuteEndsByTheClockAlone() {
        MovableClock clock = new MovableClock();
        DecisionHistory history = new DecisionHistory(database.jdbi(), clock);
        long noon = MovableClock.NOON.toEpochMilli();
        Target target = Targets.ofMute(LATE, "SHOP", "S1");
        topics.send(new Decision("d", DecisionKind.MUTE, target, "li", noon, "why", null, null, noon + 1000, null));

        clock.pass(Duration.ofMillis(999));
        assertThat(history.mutes())
                .singleElement()
                .satisfies(mute -> assertThat(mute)
                        .containsAllEntriesOf(Map.of(
                                "ruleCode",
                                LATE,
                                "subjectType",
                                "SHOP",
                                "subjectId",
                                "S1",
                                "until",
                                noon + 1000,
                                "reason",
                                "why",
                                "by",
                                "li",
                                "at",
                                noon)));
        clock.pass(Duration.ofMillis(1));
        assertThat(history.mutes()).isEmpty();
    }

    @Test
    void whatIsUnreadableIsCountedAndStopsNothing() {
        topics.add("A", "{".getBytes(UTF_8));
        topics.add("other key", DecisionJson.write(decisions.acknowledge("A")));
        topics.add(decisions.acknowledge("A"));
        topics.readDecisions(0, 3);

        assertThat(topics.tables().get("unreadable")).hasSize(2);
        assertThat(topics.tables().get("desk_state")).hasSize(1);
    }

    @Test
    void theAuditIsPagedNewestFirstWithoutALineTwiceOrNever() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            Decision note = decisions.note("A" + i % 3);
            expected.add(0, note.decisionId());
            topics.send(note);
        }
        DecisionHistory history = new DecisionHistory(database.jdbi(), Instant::now);
        List<String> seen = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            DecisionHistory.AuditPage page = history.page(after, 5);
            page.decisions().forEach(decision -> seen.add((String) decision.get("decisionId")));
            after = Optional.ofNullable(page.next());
        } while (after.isPresent());

        assertThat(seen).isEqualTo(expected);
    }

    @Test
    void anAlertShowsWhatWasDecidedOfItAndOfMutingIt() {
        topics.send(SampleAlert.open("A"));
        topics.send(decisions.note("A"));
        topics.send(decisions.mute(LATE, "S1", DAY));
        topics.send(decisions.note("B"));
        DecisionHistory history = new DecisionHistory(database.jdbi(), Instant::now);

        List<Map<String, Object>> shown = history.decisions(database.jdbi()
                .withHandle(handle -> AlertRows.of(handle, List.of("A")).get(0)));

        assertThat(shown)
                .extracting(one -> one.get("kind") + " " + one.get("effect"))
                .containsExactly("NOTE APPLIED", "MUTE APPLIED");
    }

    /** Whatever the batches, and whether the alerts were there first. */
    @Test
    void aDatabaseThatWasLostIsMadeAgainAsItWas() {
        Random chance = new Random(42);
        List<Decision> made = new ArrayList<>();
        for (int i = 0; i < 1500; i++) {
            if (i % 5 == 0) {
                topics.send(SampleAlert.open("A" + chance.nextInt(40)).about("SHOP", "S" + chance.nextInt(3)));
            }
            Decision decision = any(chance, made);
            made.add(decision);
            topics.send(decision);
        }
        topics.add("A1", "nonsense".getBytes(UTF_8));
        topics.readDecisions(1500, 1501);
        Map<String, List<Map<String, Object>>> before = topics.tables();
        assertThat(before.get("decision").stream().map(row -> row.get("effect")).distinct())
                .hasSize(3);
        assertThat(before.get("alert")).hasSizeGreaterThan(30);

        topics.forgetDecisions();
        database.jdbi().useHandle(handle -> handle.execute("DELETE FROM unreadable"));
        assertThat(topics.tables().get("alert"))
                .allMatch(row -> row.get("desk_state").equals("NEW")
                        && row.get("muted_until").equals(0L));
        for (int from = 0; from < 1501; ) {
            int to = Math.min(1501, from + 1 + chance.nextInt(300));
            topics.readDecisions(from, to);
            from = to;
        }

        assertThat(topics.tables()).isEqualTo(before);
    }

    private Decision any(Random chance, List<Decision> made) {
        String alert = "A" + chance.nextInt(40);
        String shop = "S" + chance.nextInt(3);
        return switch (chance.nextInt(10)) {
            case 0 -> decisions.acknowledge(alert);
            case 1 -> decisions.unacknowledge(alert);
            case 2 -> decisions.assign(alert, chance.nextBoolean() ? "li" : null);
            case 3 -> decisions.note(alert);
            case 4 -> decisions.close(alert, Outcome.values()[chance.nextInt(4)]);
            case 5 -> decisions.reopen(alert);
            case 6 -> decisions.mute(LATE, shop, DAY);
            case 7 -> decisions.unmute(LATE, shop);
            default ->
                made.isEmpty()
                        ? decisions.reopen(alert)
                        : decisions.undo(made.get(made.size() - 1 - chance.nextInt(Math.min(made.size(), 30))));
        };
    }
}
