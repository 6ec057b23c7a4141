package io.xunjian.rules;

import static io.xunjian.rules.testing.Findings.cured;
import static io.xunjian.rules.testing.Findings.open;
import static io.xunjian.rules.testing.Times.HOUR;
import static io.xunjian.rules.testing.Times.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.Differences.Change;
import io.xunjian.rules.testing.Seeds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DifferencesTest {

    private static final long NOTHING_FINAL = Instants.BEFORE_ALL;
    private static final Finding LATE = open("A", "shop", NOON);
    private static final Finding CURED = cured("A", "shop", NOON, NOON + HOUR);

    @Test
    void whatIsFoundFirstIsSaidAsItsFirstRevision() {
        Differences first = Differences.between(List.of(), List.of(LATE), NOTHING_FINAL);
        assertThat(first.changes()).containsExactly(new Change(null, LATE));
        assertThat(first.said()).containsExactly(LATE);
    }

    @Test
    void whatWasSaidIsNotSaidAgain() {
        Differences again = Differences.between(List.of(LATE.as(Status.OPEN, 4)), List.of(LATE), NOTHING_FINAL);
        assertThat(again.changes()).isEmpty();
        assertThat(again.said()).containsExactly(LATE.as(Status.OPEN, 4));
    }

    @Test
    void aCureIsSaidAsTheNextRevision() {
        Differences cured = Differences.between(List.of(LATE), List.of(CURED), NOTHING_FINAL);
        assertThat(cured.changes()).containsExactly(new Change(LATE, CURED.as(Status.CURED, 2)));
        assertThat(cured.said()).containsExactly(CURED.as(Status.CURED, 2));
    }

    @Test
    void whatIsFoundNoMoreIsRevokedOnce() {
        Differences revoked = Differences.between(List.of(CURED), List.of(), NOTHING_FINAL);
        Finding none = CURED.as(Status.REVOKED, 2);
        assertThat(none.curedAt()).isEqualTo(Instants.NEVER);
        assertThat(revoked.changes()).containsExactly(new Change(CURED, none));
        Differences again = Differences.between(revoked.said(), List.of(), NOTHING_FINAL);
        assertThat(again.changes()).isEmpty();
        assertThat(again.said()).containsExactly(none);
    }

    @Test
    void whatWasRevokedAndIsFoundAgainIsSaidAsTheNextRevision() {
        Finding none = LATE.as(Status.REVOKED, 2);
        Differences again = Differences.between(List.of(none), List.of(LATE), NOTHING_FINAL);
        assertThat(again.changes()).containsExactly(new Change(none, LATE.as(Status.OPEN, 3)));
    }

    @Test
    void whatIsFinalAndFoundNoMoreIsForgottenAndNotRevoked() {
        Differences atTheLimit = Differences.between(List.of(LATE), List.of(), NOON);
        assertThat(atTheLimit.changes()).isEmpty();
        assertThat(atTheLimit.said()).isEmpty();
        Differences justBefore = Differences.between(List.of(LATE), List.of(), NOON - 1);
        assertThat(justBefore.changes()).hasSize(1);
    }

    @Test
    void whatIsFinalAndStillFoundStays() {
        Differences same = Differences.between(List.of(LATE), List.of(LATE), NOON);
        assertThat(same.changes()).isEmpty();
        assertThat(same.said()).containsExactly(LATE);
    }

    @Test
    void eachBreachIsComparedWithItself() {
        Finding other = open("B", "shop", NOON);
        Differences differences = Differences.between(List.of(LATE, other), List.of(other, CURED), NOTHING_FINAL);
        assertThat(differences.changes()).containsExactly(new Change(LATE, CURED.as(Status.CURED, 2)));
        assertThat(differences.said()).containsExactlyInAnyOrder(other, CURED.as(Status.CURED, 2));
    }

    @Test
    void aCureIsNoSignalButARevocationAndANewInstantAre() {
        Finding none = LATE.as(Status.REVOKED, 2);
        Finding later = open("A", "shop", NOON + 1);
        assertThat(new Change(null, LATE).signals()).containsExactly(LATE);
        assertThat(new Change(LATE, CURED).signals()).isEmpty();
        assertThat(new Change(LATE, none).signals()).containsExactly(none);
        assertThat(new Change(LATE, later).signals()).containsExactly(later);
        assertThat(new Change(none, LATE.as(Status.OPEN, 3)).signals()).containsExactly(LATE.as(Status.OPEN, 3));
        assertThat(new Change(none, none).signals()).isEmpty();
    }

    @Test
    void aBreachThatMovesToAnotherShopIsRetractedFromTheOneBefore() {
        Finding moved = open("A", "other", NOON).as(Status.OPEN, 2);
        assertThat(new Change(LATE, moved).signals()).containsExactly(LATE.as(Status.REVOKED, 2), moved);
        assertThat(new Change(LATE, moved.as(Status.REVOKED, 2)).signals()).containsExactly(LATE.as(Status.REVOKED, 2));
    }

    @Test
    void aReaderWhoUpsertsWhatIsSaidHoldsTheVerdict() {
        Seeds.each(1_000, (seed, random) -> {
            Map<String, Finding> reader = new HashMap<>();
            List<Finding> said = List.of();
            for (int step = 0; step < 6; step++) {
                List<Finding> verdict = verdict(random);
                Differences differences = Differences.between(said, verdict, NOTHING_FINAL);
                differences.changes().forEach(change -> upsert(reader, change.now()));
                said = differences.said();
                assertThat(reader.values()).containsExactlyInAnyOrderElementsOf(said);
                assertThat(said.stream().filter(Finding::stands).map(found -> found.as(found.status(), 1)))
                        .containsExactlyInAnyOrderElementsOf(verdict);
            }
        });
    }

    private static void upsert(Map<String, Finding> reader, Finding now) {
        Finding before = reader.put(now.alertId(), now);
        assertThat(now.revision()).isEqualTo(before == null ? 1 : before.revision() + 1);
    }

    private static List<Finding> verdict(Random random) {
        List<Finding> verdict = new ArrayList<>();
        for (String order : List.of("A", "B", "C")) {
            long raisedAt = NOON + random.nextInt(2);
            switch (random.nextInt(3)) {
                case 0 -> verdict.add(open(order, "shop" + random.nextInt(2), raisedAt));
                case 1 -> verdict.add(cured(order, "shop", raisedAt, raisedAt + 1 + random.nextInt(2)));
                default -> {}
            }
        }
        return verdict;
    }
}
