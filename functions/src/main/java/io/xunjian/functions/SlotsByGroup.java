package io.xunjian.functions;

import java.util.function.IntUnaryOperator;

/** The slots that are taken, ordered by the key group of their keys. */
final class SlotsByGroup {

    private final int[] slots;

    /** Where each group's slots begin; the last group's end comes after. */
    private final int[] starts;

    SlotsByGroup(PackedRecords records, int groups, IntUnaryOperator groupOf) {
        int[] groupOfSlot = new int[records.slots()];
        int[] next = new int[groups + 1];
        int taken = 0;
        for (int slot = 0; slot < records.slots(); slot++) {
            if (records.isTaken(slot)) {
                groupOfSlot[slot] = groupOf.applyAsInt(slot);
                next[groupOfSlot[slot] + 1]++;
                taken++;
            }
        }
        for (int group = 0; group < groups; group++) {
            next[group + 1] += next[group];
        }
        starts = next.clone();
        slots = new int[taken];
        for (int slot = 0; slot < records.slots(); slot++) {
            if (records.isTaken(slot)) {
                slots[next[groupOfSlot[slot]]++] = slot;
            }
        }
    }

    int count(int group) {
        return starts[group + 1] - starts[group];
    }

    int get(int group, int i) {
        return slots[starts[group] + i];
    }
}
