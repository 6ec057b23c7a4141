package io.xunjian.rules.alert;

import static io.xunjian.rules.testing.Times.DAY;
import static io.xunjian.rules.testing.Times.HOUR;
import static io.xunjian.rules.testing.Times.MINUTE;
import static io.xunjian.rules.testing.Times.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpansTest {

    @Test
    void aSpanIsSaidInItsTwoGreatestUnits() {
        assertThat(Spans.readable(2 * DAY + 3 * HOUR + 4 * MINUTE)).isEqualTo(new Sentence("2 d 3 h", "2 天 3 小时"));
        assertThat(Spans.readable(5 * MINUTE + SECOND + 1)).isEqualTo(new Sentence("5 min 1 s", "5 分 1 秒"));
        assertThat(Spans.readable(59 * SECOND + 999)).isEqualTo(new Sentence("59 s 999 ms", "59 秒 999 毫秒"));
    }

    @Test
    void unitsThatItDoesNotHaveArePassedOver() {
        assertThat(Spans.readable(30 * DAY)).isEqualTo(new Sentence("30 d", "30 天"));
        assertThat(Spans.readable(DAY + 1)).isEqualTo(new Sentence("1 d 1 ms", "1 天 1 毫秒"));
        assertThat(Spans.readable(24 * HOUR)).isEqualTo(new Sentence("1 d", "1 天"));
        assertThat(Spans.readable(1)).isEqualTo(new Sentence("1 ms", "1 毫秒"));
    }

    @Test
    void noTimeIsZeroSeconds() {
        assertThat(Spans.readable(0)).isEqualTo(new Sentence("0 s", "0 秒"));
    }
}
