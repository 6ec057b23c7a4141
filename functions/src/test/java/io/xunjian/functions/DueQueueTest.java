package io.xunjian.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.testing.Seeds;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DueQueueTest {

    private static final int SLOTS = 50;
    private static final int INSTANTS = 100;

    @Test
    void theFirstIsAlwaysDueFirst() {
        Seeds.each(100, (seed, random) -> {
            DueQueue queue = new DueQueue();
            Map<Integer, Long> timers = new HashMap<>();
            for (int step = 0; step < 500; step++) {
                int slot = random.nextInt(SLOTS);
                if (random.nextInt(3) > 0) {
                    long timer = random.nextInt(INSTANTS);
                    queue.set(slot, timer);
                    timers.put(slot, timer);
                } else {
                    queue.remove(slot);
                    timers.remove(slot);
                }
                if (timers.isEmpty()) {
                    assertThat(queue.isDue(Long.MAX_VALUE)).isFalse();
                } else {
                    long first = Collections.min(timers.values());
                    assertThat(queue.isDue(first)).isTrue();
                    assertThat(queue.isDue(first - 1)).isFalse();
                    assertThat(timers.get(queue.firstSlot())).isEqualTo(first);
                }
            }
        });
    }
}
