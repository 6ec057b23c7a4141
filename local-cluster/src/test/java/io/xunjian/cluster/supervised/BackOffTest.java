package io.xunjian.cluster.supervised;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackOffTest {

    private final BackOff backOff = new BackOff();

    @Test
    void eachWaitIsTwiceTheOneBeforeUpToAMinute() {
        List<Long> waits =
                Stream.generate(() -> after(Duration.ofSeconds(1))).limit(9).toList();
        assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
    }

    @Test
    void afterALongLifeTheWaitIsShortAgain() {
        after(Duration.ofSeconds(1));
        assertThat(after(BackOff.LONG_LIFE.minusMillis(1))).isEqualTo(2);
        assertThat(after(BackOff.LONG_LIFE)).isEqualTo(1);
        assertThat(after(Duration.ZERO)).isEqualTo(2);
    }

    private long after(Duration life) {
        return backOff.afterLifeOf(life).toSeconds();
    }
}
