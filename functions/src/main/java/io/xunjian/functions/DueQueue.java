package io.xunjian.functions;

import java.util.Arrays;

/** When slots become due: a heap of their timers in which each slot stands once and can be moved. */
final class DueQueue {

    private static final int NOT_IN = -1;

    private long[] timers = new long[16];
    private int[] slots = new int[16];
    private int size;

    /** Of each slot, where it stands in the heap. */
    private int[] places = new int[0];

    /** Whether a slot is due at that instant, in epoch ms. */
    boolean isDue(long instant) {
        return size > 0 && timers[0] <= instant;
    }

    /** The slot that becomes due first. */
    int firstSlot() {
        return slots[0];
    }

    /** Sets the timer of a slot, in place of the one that it had. */
    void set(int slot, long timer) {
        if (slot >= places.length) {
            int before = places.length;
            places = Arrays.copyOf(places, Math.max(slot + 1, before * 2));
            Arrays.fill(places, before, places.length, NOT_IN);
        }
        int place = places[slot];
        if (place == NOT_IN) {
            if (size == slots.length) {
                timers = Arrays.copyOf(timers, size * 2);
                slots = Arrays.copyOf(slots, size * 2);
            }
            up(size++, slot, timer);
        } else {
            move(place, slot, timer);
        }
    }

    /** Takes the timer of a slot away, where it has one. */
    void remove(int slot) {
        int place = slot < places.length ? places[slot] : NOT_IN;
        if (place == NOT_IN) {
            return;
        }
        places[slot] = NOT_IN;
        size--;
        if (place < size) {
            move(place, slots[size], timers[size]);
        }
    }

    private void move(int place, int slot, long timer) {
        if (place > 0 && timer < timers[(place - 1) / 2]) {
            up(place, slot, timer);
        } else {
            down(place, slot, timer);
        }
    }

    private void up(int from, int slot, long timer) {
        int place = from;
        while (place > 0) {
            int parent = (place - 1) / 2;
            if (timers[parent] <= timer) {
                break;
            }
            put(place, slots[parent], timers[parent]);
            place = parent;
        }
        put(place, slot, timer);
    }

    private void down(int from, int slot, long timer) {
        int place = from;
        while (true) {
            int child = 2 * place + 1;
            if (child >= size) {
                break;
            }
            if (child + 1 < size && timers[child + 1] < timers[child]) {
                child++;
            }
            if (timers[child] >= timer) {
                break;
            }
            put(place, slots[child], timers[child]);
            place = child;
        }
        put(place, slot, timer);
    }

    private void put(int place, int slot, long timer) {
        timers[place] = timer;
        slots[place] = slot;
        places[slot] = place;
    }
}
