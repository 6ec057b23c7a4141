package io.xunjian.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.testing.Seeds;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeenIdsTest {

    @Test
    void whatWasSeenIsKnownAndNothingElseIs() {
        SeenIds seen = SeenIds.NONE.with("a").with("b");
        assertThat(seen.contains("a")).isTrue();
        assertThat(seen.contains("b")).isTrue();
        assertThat(seen.contains("c")).isFalse();
        assertThat(SeenIds.NONE.contains("a")).isFalse();
    }

    @Test
    void anIdSeenTwiceIsSeenOnce() {
        assertThat(SeenIds.NONE.with("a").with("a")).isEqualTo(SeenIds.NONE.with("a"));
        assertThat(SeenIds.NONE.with("a")).hasToString("1 ids");
    }

    @Test
    void theUnionIsLawfulBeyondWhatIsKept() {
        Seeds.each(100, (seed, random) -> {
            SeenIds a = some(random);
            SeenIds b = some(random);
            SeenIds c = some(random);
            assertThat(a.union(b)).isEqualTo(b.union(a)).hasSameHashCodeAs(b.union(a));
            assertThat(a.union(b).union(c)).isEqualTo(a.union(b.union(c)));
            assertThat(a.union(a)).isEqualTo(a);
            assertThat(a.union(SeenIds.NONE)).isEqualTo(a);
        });
    }

    @Test
    void noMoreThanTheKeptAreKept() {
        List<String> ids =
                IntStream.range(0, 2 * SeenIds.KEPT).mapToObj(i -> "id-" + i).toList();
        SeenIds seen = SeenIds.NONE;
        for (String id : ids) {
            seen = seen.with(id);
        }
        assertThat(ids.stream().filter(seen::contains)).hasSize(SeenIds.KEPT);
        assertThat(seen).hasToString(SeenIds.KEPT + " ids");
    }

    @Test
    void idsThatDifferInOneCharacterAreNotConfused() {
        SeenIds seen = SeenIds.NONE;
        for (int i = 0; i < SeenIds.KEPT; i++) {
            seen = seen.with("order-" + i);
        }
        for (int i = 0; i < SeenIds.KEPT; i++) {
            assertThat(seen.contains("order-" + i)).isTrue();
            assertThat(seen.contains("Order-" + i)).isFalse();
        }
    }

    private static SeenIds some(Random random) {
        SeenIds seen = SeenIds.NONE;
        for (int i = random.nextInt(SeenIds.KEPT); i > 0; i--) {
            seen = seen.with("id-" + random.nextInt(3 * SeenIds.KEPT));
        }
        return seen;
    }
}
