package io.xunjian.functions;

import static io.xunjian.rules.testing.Histories.paid;
import static io.xunjian.rules.testing.Times.DAY;
import static io.xunjian.rules.testing.Times.NEXT_NOON;
import static io.xunjian.rules.testing.Times.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.functions.JudgeHarness.Backend;
import io.xunjian.functions.JudgeHarness.Setup;
import io.xunjian.rules.testing.Books;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which keys are in memory; that it makes no difference to what is said is tested wherever {@link Backend} is. */
class HotKeysTest {

    private static final int ORDERS = 200;

    @Test
    void keysAreInMemoryWhileThereIsRoom() throws Exception {
        Map<Backend, Integer> inMemory = new EnumMap<>(Backend.class);
        for (Backend backend : Backend.values()) {
            Setup orders = new Setup(JudgeHarness.rulesOver("orders"), Books.BUILT_IN, DAY, backend);
            try (JudgeHarness judge = orders.start()) {
                for (int i = 0; i < ORDERS; i++) {
                    judge.arrive(paid("o-" + i).promising(NEXT_NOON).at(NOON));
                }
                assertThat(judge.keys()).isEqualTo(ORDERS);
                inMemory.put(backend, judge.keysInMemory());
            }
        }
        assertThat(inMemory)
                .containsEntry(Backend.HEAP, ORDERS)
                .containsEntry(Backend.HEAP_ALONE, 0)
                .containsEntry(Backend.ROCKSDB, ORDERS);
        assertThat(inMemory.get(Backend.ROCKSDB_NARROW)).isBetween(1, ORDERS / 2);
        assertThat(inMemory.get(Backend.HEAP_NARROW)).isEqualTo(inMemory.get(Backend.ROCKSDB_NARROW));
    }
}
