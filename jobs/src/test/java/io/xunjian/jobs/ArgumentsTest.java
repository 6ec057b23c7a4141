package io.xunjian.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunjian.connectors.kafka.Delivery;
import io.xunjian.rules.event.Stream;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

    @Test
    void whatIsNotGivenHasItsDefault() throws SettingsRejected {
        Arguments arguments = arguments();
        assertThat(arguments.text("a", "x")).isEqualTo("x");
        assertThat(arguments.duration("a", Duration.ofDays(1))).isEqualTo(Duration.ofDays(1));
        assertThat(arguments.instant("a", 7)).isEqualTo(7);
        assertThat(arguments.choice("a", Delivery.class, Delivery.EXACTLY_ONCE)).isEqualTo(Delivery.EXACTLY_ONCE);
        arguments.check();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1659326400000, 1659326400000",
        "2022-08-01T12:00:00+08:00, 1659326400000",
        "2022-08-01T04:00:00Z, 1659326400000",
        "2022-08-01T04:00:00.001Z, 1659326400001"
    })
    void anInstantIsEpochMillisecondsOrRfc3339(String given, long expected) throws SettingsRejected {
        Arguments arguments = arguments("--t", given);
        assertThat(arguments.instant("t", 7)).isEqualTo(expected);
        arguments.check();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2022-08-01T12:00:00",
                "2022-08-01",
                "noon",
                "-1",
                "99999999999999999999",
                "+999999999-01-01T00:00:00Z"
            })
    void whatIsNoInstantIsToldWithItsValue(String given) {
        Arguments arguments = arguments("--t", given);
        arguments.instant("t", 7);
        assertThatThrownBy(arguments::check).hasMessageContaining("--t is '" + given + "', expected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "5s", "-PT5S", "PT-1S", ""})
    void whatIsNoDurationIsToldWithItsValue(String given) {
        Arguments arguments = arguments("--d", given);
        assertThat(arguments.duration("d", Duration.ZERO)).isEqualTo(Duration.ZERO);
        assertThatThrownBy(arguments::check).hasMessageContaining("--d is '" + given + "', expected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P999999999999D", "PT9223372036854775807S", "P3660DT0.000000001S"})
    void aDurationBeyondTenYearsIsToldWithItsValue(String given) {
        Arguments arguments = arguments("--d", given);
        assertThat(arguments.duration("d", Duration.ZERO)).isEqualTo(Duration.ZERO);
        assertThatThrownBy(arguments::check).hasMessage("--d is '" + given + "', expected at most P3660D");
    }

    @Test
    void aDurationOfTenYearsIsTaken() throws SettingsRejected {
        Arguments arguments = arguments("--d", "P3660D");
        assertThat(arguments.duration("d", Duration.ZERO)).isEqualTo(Duration.ofDays(3660));
        arguments.check();
    }

    @Test
    void choicesAreWrittenInLowerCaseWithDashes() {
        assertThat(arguments("--c", "exactly-once").choice("c", Delivery.class, null))
                .isEqualTo(Delivery.EXACTLY_ONCE);
        Arguments arguments = arguments("--c", "EXACTLY_ONCE");
        arguments.choice("c", Delivery.class, Delivery.AT_LEAST_ONCE);
        assertThatThrownBy(arguments::check)
                .hasMessage("--c is 'EXACTLY_ONCE', expected one of at-least-once, exactly-once");
    }

    @Test
    void streamsAreNamedAsTheirTopics() throws SettingsRejected {
        assertThat(arguments("--s", "calls, orders").streams("s")).containsExactly(Stream.ORDERS, Stream.CALLS);
        assertThat(arguments().streams("s")).containsExactly(Stream.values());
        Arguments arguments = arguments("--s", "orders,order");
        arguments.streams("s");
        assertThatThrownBy(arguments::check)
                .hasMessageContaining("--s names 'order', expected some of orders, shipments, calls");
    }

    @Test
    void allFaultsAreToldAtOnce() {
        Arguments arguments = arguments("stray", "--a", "1", "--a", "2", "--b", "--d", "soon", "--e");
        arguments.text("a", null);
        arguments.duration("d", Duration.ZERO);
        arguments.required("f");
        assertThatThrownBy(arguments::check)
                .isInstanceOfSatisfying(
                        SettingsRejected.class,
                        rejected -> assertThat(rejected.faults())
                                .containsExactly(
                                        "'stray' has no name: arguments are --name value",
                                        "--a is given twice",
                                        "--b has no value",
                                        "--e has no value",
                                        "--d is 'soon', expected a duration like PT5S or P1D",
                                        "--f is missing"));
    }

    @Test
    void anArgumentThatNothingAskedForIsNotKnown() {
        Arguments arguments = arguments("--brokers", "x");
        arguments.text("bootstrap", null);
        assertThatThrownBy(arguments::check).hasMessage("--brokers is not known; see --help");
    }

    @Test
    void aFolderOfEventsThatIsNotToldIsOneFault() {
        assertThatThrownBy(() -> BacktestSettings.from(new String[] {"--out", "out"}))
                .hasMessage("one of --events and --kafka is needed, and not both");
    }

    private static Arguments arguments(String... args) {
        return new Arguments(args);
    }
}
