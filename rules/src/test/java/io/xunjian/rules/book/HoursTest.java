package io.xunjian.rules.book;

import static io.xunjian.rules.testing.Times.DAY;
import static io.xunjian.rules.testing.Times.HOUR;
import static io.xunjian.rules.testing.Times.MIDNIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.testing.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoursTest {

    private static final Hours NINE_TO_NINE = Hours.of(9, 21);

    /** Hours after midnight of a day, business hours, hours after the same midnight. */
    @ParameterizedTest
    @CsvSource({
        "20, 12, 44", // the next day at 20:00
        "21, 2, 35", // the next day at 11:00
        "9, 12, 21", // the same day at closing
        "0, 2, 11",
        "8, 2, 11",
        "9, 2, 11",
        "19, 2, 21",
        "20, 2, 34",
        "23, 2, 35",
        "24, 2, 35",
        "9, 24, 45", // two days to closing
        "9, 25, 58",
        "20, 24, 68",
        "12, 36, 84",
        "9, 120, 237", // ten whole days
        "21, 120, 261"
    })
    void onlyTheHoursBetweenOpeningAndClosingCount(int from, int hours, int to) {
        assertThat(NINE_TO_NINE.add(MIDNIGHT + from * HOUR, hours * HOUR)).isEqualTo(MIDNIGHT + to * HOUR);
    }

    @Test
    void besideOpeningAndClosingAMillisecondCounts() {
        long opening = MIDNIGHT + 9 * HOUR;
        long closing = MIDNIGHT + 21 * HOUR;
        assertThat(NINE_TO_NINE.add(opening - 1, HOUR)).isEqualTo(opening + HOUR);
        assertThat(NINE_TO_NINE.add(opening + 1, HOUR)).isEqualTo(opening + HOUR + 1);
        assertThat(NINE_TO_NINE.add(closing - 1, 1)).isEqualTo(closing);
        assertThat(NINE_TO_NINE.add(closing - 1, 2)).isEqualTo(opening + DAY + 1);
        assertThat(NINE_TO_NINE.add(closing, 1)).isEqualTo(opening + DAY + 1);
        assertThat(NINE_TO_NINE.add(opening, 12 * HOUR + 1)).isEqualTo(opening + DAY + 1);
    }

    @Test
    void aClockThatNeverClosesIsPlainTime() {
        Hours always = Hours.parse("00:00-24:00");
        Seeds.each(200, (seed, random) -> {
            long instant = MIDNIGHT + (long) (random.nextDouble() * 10 * DAY);
            long millis = 1 + (long) (random.nextDouble() * 10 * DAY);
            assertThat(always.add(instant, millis)).isEqualTo(instant + millis);
        });
    }

    @Test
    void aClockMayRunToMidnight() {
        Hours evening = Hours.parse("20:00-24:00");
        assertThat(evening.add(MIDNIGHT + 23 * HOUR, HOUR)).isEqualTo(MIDNIGHT + DAY);
        assertThat(evening.add(MIDNIGHT + 23 * HOUR, HOUR + 1)).isEqualTo(MIDNIGHT + DAY + 20 * HOUR + 1);
        assertThat(evening.add(MIDNIGHT + DAY, HOUR)).isEqualTo(MIDNIGHT + DAY + 21 * HOUR);
    }

    @Test
    void whatIsAddedInTwoStepsIsWhatIsAddedInOne() {
        Seeds.each(500, (seed, random) -> {
            long instant = MIDNIGHT + random.nextInt(72) * HOUR + random.nextInt(3) - 1;
            long first = (1 + random.nextInt(30)) * HOUR;
            long second = (1 + random.nextInt(30)) * HOUR + random.nextInt(2);
            assertThat(NINE_TO_NINE.add(NINE_TO_NINE.add(instant, first), second))
                    .isEqualTo(NINE_TO_NINE.add(instant, first + second));
        });
    }

    @Test
    void hoursAreReadAsTheyAreWritten() {
        assertThat(Hours.parse("09:00-21:00")).isEqualTo(NINE_TO_NINE).hasToString("09:00-21:00");
        assertThat(Hours.parse("08:30-17:05")).hasToString("08:30-17:05");
        assertThat(Hours.parse("00:00-24:00")).hasToString("00:00-24:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "09:00",
                "21:00-09:00",
                "09:00-09:00",
                "24:00-24:00",
                "9:00-21:00",
                "09:00-25:00",
                "09:00-21:60",
                "09:00-24:01",
                "09:00 - 21:00",
                "09:00-12:00-21:00",
                "null"
            })
    void whatIsNoHoursIsNone(String text) {
        assertThat(Hours.parse(text)).isNull();
    }
}
