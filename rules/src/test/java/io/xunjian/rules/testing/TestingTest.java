package io.xunjian.rules.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunjian.rules.Status;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The instruments, before anything is measured with them. */
class TestingTest {

    @Test
    void theShrinkerLeavesWhatMattersAlone() {
        List<Integer> many = IntStream.range(0, 100).boxed().toList();
        assertThat(Shrinker.smallest(many, list -> list.contains(17) && list.contains(80)))
                .containsExactly(17, 80);
        assertThat(Shrinker.smallest(many, list -> true)).isEmpty();
    }

    @Test
    void whatDoesNotHoldIsToldInItsSmallestForm() {
        assertThatThrownBy(() -> Shrinker.assertHolds(List.of(1, 2, 3, 4), list -> !list.contains(3)))
                .hasMessage("does not hold of:\n  3");
    }

    @Test
    void aSeedThatFailsIsNamed() {
        assertThatThrownBy(
                        () -> Seeds.each(100, (seed, random) -> assertThat(seed).isLessThan(42)))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("[seed 42 (again: -Dseed=42)]");
    }

    @Test
    void netAlertsAreTheNewestOfEachWithoutTheRevoked() {
        NetAlert a = NetAlert.of(Findings.open("A", "shop", Times.NEXT_NOON));
        NetAlert cured = NetAlert.of(Findings.cured("A", "shop", Times.NEXT_NOON, Times.A_YEAR_LATER));
        NetAlert b = NetAlert.of(Findings.open("B", "shop", Times.NOON));
        NetAlert revoked = NetAlert.of(Findings.open("C", "shop", Times.NOON).as(Status.REVOKED, 2));
        assertThat(NetAlert.net(List.of(a, revoked, cured, b))).containsExactly(b, cured);
    }

    @Test
    void everyCaseHasEventsAndExpectedAlerts() throws Exception {
        for (Cases.Case given : Cases.all()) {
            assertThat(given.events()).isNotEmptyDirectory();
            assertThat(NetAlert.read(given.folder().resolve("expected.jsonl"))).isNotEmpty();
        }
    }
}
