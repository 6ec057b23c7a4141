package io.xunjian.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.testing.Seeds;
import io.xunjian.rules.wire.ByteSink;
import io.xunjian.rules.wire.Wire;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlotIndexTest {

    private static final int KEYS = 200;

    /** Many keys have the same hash, and many hashes the same place. */
    @Test
    void findsWhatIsInItAndNothingElse() {
        Seeds.each(50, (seed, random) -> {
            PackedRecords records = new PackedRecords(1 << 20);
            SlotIndex index = new SlotIndex(records);
            Map<String, Integer> slots = new HashMap<>();
            for (int step = 0; step < 1_000; step++) {
                String key = "key-" + random.nextInt(KEYS);
                Integer slot = slots.remove(key);
                if (slot == null) {
                    int added = records.add(bytes(key));
                    index.add(added, hash(key));
                    slots.put(key, added);
                } else {
                    index.remove(slot);
                    records.remove(slot);
                }
                String other = "key-" + random.nextInt(KEYS);
                assertThat(index.find(hash(other), bytes(other))).isEqualTo(slots.getOrDefault(other, SlotIndex.NONE));
                assertThat(index.size()).isEqualTo(slots.size());
            }
        });
    }

    private static int hash(String key) {
        return key.hashCode() % 40;
    }

    private static ByteSink bytes(String key) throws IOException {
        ByteSink sink = new ByteSink();
        Wire.writeText(key, sink);
        return sink;
    }
}
