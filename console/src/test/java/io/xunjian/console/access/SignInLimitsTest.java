package io.xunjian.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class SignInLimitsTest {

    private final MovableClock clock = new MovableClock();
    private final SignInLimits limits = new SignInLimits(clock);

    @Test
    void theSixthTryForANameFromAnAddressIsRefusedUntilTheFirstIsAQuarterOfAnHourAgo() {
        for (int i = 0; i < SignInLimits.NAME_AND_ADDRESS; i++) {
            assertThat(limits.mayTry("li", "10.0.0.1")).isTrue();
        }
        clock.pass(SignInLimits.WINDOW.minusMillis(1));
        assertThat(limits.mayTry("li", "10.0.0.1")).isFalse();
        clock.pass(Duration.ofMillis(1));
        assertThat(limits.mayTry("li", "10.0.0.1")).isTrue();
    }

    @Test
    void aStrangerDoesNotLockOutTheOwnerWhoIsElsewhere() {
        for (int i = 0; i < 100; i++) {
            limits.mayTry("li", "10.0.0.1");
        }
        assertThat(limits.mayTry("li", "10.0.0.2")).isTrue();
    }

    @Test
    void anAddressThatTriesOneNameAfterTheOtherIsRefused() {
        for (int i = 0; i < SignInLimits.ADDRESS; i++) {
            assertThat(limits.mayTry("name" + i, "10.0.0.1")).isTrue();
        }
        assertThat(limits.mayTry("another", "10.0.0.1")).isFalse();
        assertThat(limits.mayTry("another", "10.0.0.2")).isTrue();
    }

    @Test
    void aNameThatIsTriedFromEverywhereIsRefused() {
        for (int i = 0; i < SignInLimits.NAME; i++) {
            assertThat(limits.mayTry("li", "10.0.0." + i)).isTrue();
        }
        assertThat(limits.mayTry("li", "10.0.1.1")).isFalse();
    }

    @Test
    void whoSucceedsMayTryAgainButTheOtherFailuresOfTheAddressStay() {
        for (int i = 0; i < SignInLimits.ADDRESS - 1; i++) {
            limits.mayTry("name" + i, "10.0.0.1");
        }
        for (int i = 0; i < 10; i++) {
            assertThat(limits.mayTry("li", "10.0.0.1")).isTrue();
            limits.succeeded("li", "10.0.0.1");
        }
        limits.mayTry("li", "10.0.0.1");
        assertThat(limits.mayTry("li", "10.0.0.1")).isFalse();
    }

    @Test
    void aRefusedTryDoesNotMakeTheWaitLonger() {
        for (int i = 0; i < SignInLimits.NAME_AND_ADDRESS; i++) {
            limits.mayTry("li", "10.0.0.1");
        }
        clock.pass(Duration.ofMinutes(10));
        assertThat(limits.mayTry("li", "10.0.0.1")).isFalse();
        clock.pass(Duration.ofMinutes(5));
        assertThat(limits.mayTry("li", "10.0.0.1")).isTrue();
    }
}
