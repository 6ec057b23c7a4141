package io.xunjian.rules;

import static io.xunjian.rules.Instants.BEFORE_ALL;
import static io.xunjian.rules.Instants.NEVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunjian.rules.testing.Times;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstantsTest {

    @Test
    void neverStaysNever() {
        assertThat(Instants.plus(NEVER, 0)).isEqualTo(NEVER);
        assertThat(Instants.plus(NEVER, Times.DAY)).isEqualTo(NEVER);
        assertThat(Instants.plus(NEVER - 1, 1)).isEqualTo(NEVER);
        assertThat(Instants.plus(NEVER - 1, 2)).isEqualTo(NEVER);
        assertThat(Instants.plus(NEVER - 2, 1)).isEqualTo(NEVER - 1);
    }

    @Test
    void beforeAllStaysBeforeAll() {
        assertThat(Instants.minus(BEFORE_ALL, Times.DAY)).isEqualTo(BEFORE_ALL);
        assertThat(Instants.minus(BEFORE_ALL + 1, 2)).isEqualTo(BEFORE_ALL);
        assertThat(Instants.minus(BEFORE_ALL + 2, 1)).isEqualTo(BEFORE_ALL + 1);
    }

    @Test
    void betweenTheEndsItIsPlainArithmetic() {
        assertThat(Instants.plus(Times.NOON, Times.DAY)).isEqualTo(Times.NEXT_NOON);
        assertThat(Instants.minus(Times.NEXT_NOON, Times.DAY)).isEqualTo(Times.NOON);
    }

    @Test
    void peopleReadInstantsInThePlatformsZone() {
        assertThat(Instants.readable(Times.NOON)).isEqualTo("2022-08-01 12:00:00");
        assertThat(Instants.readable(Times.MIDNIGHT - 1)).isEqualTo("2022-07-31 23:59:59");
        assertThat(Instants.readable(Times.at("2100-01-01T00:00:00Z"))).isEqualTo("2100-01-01 08:00:00");
        assertThat(Instants.readable(Times.at("2000-02-29T00:00:00+08:00"))).isEqualTo("2000-02-29 00:00:00");
    }

    @Test
    void aDayBeginsAtMidnightOfThePlatformsZone() {
        int day = Instants.day(Times.NOON);
        assertThat(LocalDate.ofEpochDay(day)).hasToString("2022-08-01");
        assertThat(Instants.midnight(day)).isEqualTo(Times.MIDNIGHT);
        assertThat(Instants.day(Times.MIDNIGHT)).isEqualTo(day);
        assertThat(Instants.day(Times.MIDNIGHT - 1)).isEqualTo(day - 1);
        assertThat(Instants.day(Times.MIDNIGHT + Times.DAY - 1)).isEqualTo(day);
        assertThat(Instants.day(Times.at("2022-08-01T15:59:59.999Z"))).isEqualTo(day);
        assertThat(Instants.day(Times.at("2022-08-01T16:00:00Z"))).isEqualTo(day + 1);
    }

    @Test
    void daysBefore1970AreDaysToo() {
        long midnight = Times.at("1969-12-31T00:00:00+08:00");
        assertThat(Instants.day(midnight)).isEqualTo(-1);
        assertThat(Instants.day(midnight - 1)).isEqualTo(-2);
        assertThat(Instants.midnight(-1)).isEqualTo(midnight);
    }

    @Test
    void daysAreThoseOfTheCalendar() {
        LocalDate first = LocalDate.of(2000, 1, 1);
        LocalDate last = LocalDate.of(2100, 1, 1);
        for (LocalDate date = first; date.isBefore(last); date = date.plusDays(1)) {
            long midnight =
                    date.atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant().toEpochMilli();
            assertThat(Instants.midnight((int) date.toEpochDay())).isEqualTo(midnight);
            assertThat(Instants.day(midnight)).isEqualTo((int) date.toEpochDay());
        }
    }

    @Test
    void anInstantIsReadAsPeopleWriteIt() {
        assertThat(Instants.parse(Long.toString(Times.NOON))).isEqualTo(Times.NOON);
        assertThat(Instants.parse("2022-08-01T12:00:00+08:00")).isEqualTo(Times.NOON);
        for (String other : List.of("2022-08-01T12:00:00", "noon", "", "-1", "99999999999999999999")) {
            assertThatThrownBy(() -> Instants.parse(other))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("is '" + other + "', expected epoch milliseconds or an instant like ");
        }
    }
}
