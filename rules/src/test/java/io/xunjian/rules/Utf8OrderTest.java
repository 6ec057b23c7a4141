package io.xunjian.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.testing.Seeds;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8OrderTest {

    private static final int[] CODE_POINTS = {
        0x20, 'a', 'b', 'z', 0x7F, 0x80, 0xFF, 0x7FF, 0x800, 0x4E2D, 0xD7FF, 0xE000, 0xFFFD, 0xFFFF, 0x10000, 0x1F69A,
        0x10FC00, 0x10FFFF
    };

    @Test
    void textIsOrderedAsItsBytesAre() {
        Seeds.each(20_000, (seed, random) -> {
            String a = text(random);
            String b = text(random);
            int byBytes =
                    Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
            assertThat(Integer.signum(Utf8Order.compare(a, b))).isEqualTo(Integer.signum(byBytes));
        });
    }

    @Test
    void aBeginningComesBeforeTheWhole() {
        assertThat(Utf8Order.compare("a", "ab")).isNegative();
        assertThat(Utf8Order.compare("", "a")).isNegative();
        assertThat(Utf8Order.compare("ab", "ab")).isZero();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            text.appendCodePoint(CODE_POINTS[random.nextInt(CODE_POINTS.length)]);
        }
        return text.toString();
    }
}
