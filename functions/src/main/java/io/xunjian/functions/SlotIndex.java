package io.xunjian.functions;

import io.xunjian.rules.wire.ByteSink;
import java.util.Arrays;

/** Finds the slot of a key in {@link PackedRecords} whose records begin with their keys: a table with open addressing. */
final class SlotIndex {

    static final int NONE = -1;

    private static final int SPREAD = 0x9E3779B9; // 2^32 by the golden ratio: near hashes come to stand far apart

    private final PackedRecords records;

    /** Slots, {@link #NONE} where there is none; a power of two, half full at most. */
    private int[] table = emptyTable(32);

    private int shift = Integer.numberOfLeadingZeros(32) + 1;
    private int size;

    /** The hash of each slot's key. */
    private int[] hashOf = new int[16];

    SlotIndex(PackedRecords records) {
        this.records = records;
    }

    private static int[] emptyTable(int places) {
        int[] table = new int[places];
        Arrays.fill(table, NONE);
        return table;
    }

    int size() {
        return size;
    }

    int hash(int slot) {
        return hashOf[slot];
    }

    /** The slot of the record that begins so, {@link #NONE} where there is none. */
    int find(int hash, ByteSink key) {
        for (int at = place(hash); ; at = after(at)) {
            int slot = table[at];
            if (slot == NONE || (hashOf[slot] == hash && records.beginsWith(slot, key))) {
                return slot;
            }
        }
    }

    void add(int slot, int hash) {
        if (slot >= hashOf.length) {
            hashOf = Arrays.copyOf(hashOf, Math.max(slot + 1, hashOf.length * 2));
        }
        hashOf[slot] = hash;
        if (++size * 2 > table.length) {
            grow();
        }
        insert(slot);
    }

    private void insert(int slot) {
        int at = place(hashOf[slot]);
        while (table[at] != NONE) {
            at = after(at);
        }
        table[at] = slot;
    }

    /** Takes a slot out; those that had to stand behind it move up. */
    void remove(int slot) {
        int gap = place(hashOf[slot]);
        while (table[gap] != slot) {
            gap = after(gap);
        }
        for (int at = after(gap); table[at] != NONE; at = after(at)) {
            int wanted = place(hashOf[table[at]]);
            boolean mayMove = ((at - wanted) & (table.length - 1)) >= ((at - gap) & (table.length - 1));
            if (mayMove) {
                table[gap] = table[at];
                gap = at;
            }
        }
        table[gap] = NONE;
        size--;
    }

    private void grow() {
        int[] old = table;
        table = emptyTable(old.length * 2);
        shift--;
        for (int slot : old) {
            if (slot != NONE) {
                insert(slot);
            }
        }
    }

    private int place(int hash) {
        return (hash * SPREAD) >>> shift;
    }

    private int after(int at) {
        return (at + 1) & (table.length - 1);
    }
}
