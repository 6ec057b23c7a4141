package io.xunjian.functions;

import io.xunjian.rules.wire.ByteSink;
import io.xunjian.rules.wire.ByteSource;
import java.io.DataOutput;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * Records in memory, as bytes, in so much room and no more. Each has a slot, a small number, as long as it is here. They lie
 * one after the other in blocks; where a new block is wanted and there is no room for one, the oldest is cleared: what is in
 * it moves on, or has to leave when its time comes and it was not used since.
 *
 * <p>As objects, the keys of a live judge took four times the room, and a fifth of the time went into collecting them.
 */
final class PackedRecords {

    /** Takes a record that has to leave; its slot is free afterwards. */
    @FunctionalInterface
    interface Leaving {
        void take(int slot) throws Exception;
    }

    private static final int LARGEST_BLOCK = 1 << 18;
    private static final int SMALLEST_BLOCK = 1 << 9;
    private static final int BLOCKS_AT_LEAST = 4;

    /** Before each record: its slot or {@link #DEAD}, how many bytes it may take, how many it takes. */
    private static final int HEADER = 12;

    private static final int CAPACITY = 4;
    private static final int LENGTH = 8;
    private static final int DEAD = -1;

    /** With such a part of the room dead, one in so many, clearing blocks makes room; with less, records have to leave. */
    private static final int DEAD_SHARE = 8;

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    /** Records one after the other; those up to {@code end} are written. */
    private static final class Block {
        final byte[] bytes;
        int end;

        Block(int size) {
            bytes = new byte[size];
        }
    }

    private final Leaving leaving;
    private final int blockSize;
    private final int mostBlocks;

    /** The oldest first; new records go to the last. */
    private final ArrayDeque<Block> blocks = new ArrayDeque<>();

    /** A block that was cleared, for the next that is wanted. */
    private Block spare;

    /** Bytes in blocks that are no record's any more. */
    private long dead;

    private Block[] blockOf = new Block[16];
    private int[] offsetOf = new int[16];
    private boolean[] isUsed = new boolean[16];
    private int[] free = new int[16];
    private int freeCount;
    private int slots;

    /** @param room bytes of blocks; some twenty more are needed for each record */
    PackedRecords(long room, Leaving leaving) {
        this.leaving = leaving;
        this.blockSize = (int) Math.max(SMALLEST_BLOCK, Math.min(LARGEST_BLOCK, room / BLOCKS_AT_LEAST));
        this.mostBlocks = (int) (room / blockSize);
    }

    /** Whether a record of that length can be here at all. */
    boolean takes(int length) {
        return mostBlocks >= BLOCKS_AT_LEAST && length + HEADER <= blockSize / 2;
    }

    /** All slots are below. */
    int slots() {
        return slots;
    }

    /** Adds a record; others may leave for it. */
    int add(ByteSink record) throws Exception {
        int slot = freeCount > 0 ? free[--freeCount] : newSlot();
        isUsed[slot] = false;
        append(slot, record.bytes(), 0, record.length());
        return slot;
    }

    private int newSlot() {
        if (slots == blockOf.length) {
            blockOf = Arrays.copyOf(blockOf, slots * 2);
            offsetOf = Arrays.copyOf(offsetOf, slots * 2);
            isUsed = Arrays.copyOf(isUsed, slots * 2);
            free = Arrays.copyOf(free, slots * 2);
        }
        return slots++;
    }

    /** Puts a record in the place of the one in a slot; others may leave for it. */
    void replace(int slot, ByteSink record) throws Exception {
        byte[] bytes = blockOf[slot].bytes;
        int at = offsetOf[slot];
        if (record.length() <= (int) INT.get(bytes, at + CAPACITY)) {
            INT.set(bytes, at + LENGTH, record.length());
            System.arraycopy(record.bytes(), 0, bytes, at + HEADER, record.length());
        } else {
            bury(slot);
            append(slot, record.bytes(), 0, record.length());
        }
    }

    /** Takes a record away; its slot is another's from now on. */
    void remove(int slot) {
        bury(slot);
        free[freeCount++] = slot;
    }

    private void bury(int slot) {
        byte[] bytes = blockOf[slot].bytes;
        int at = offsetOf[slot];
        INT.set(bytes, at, DEAD);
        dead += HEADER + (int) INT.get(bytes, at + CAPACITY);
        blockOf[slot] = null;
    }

    /** Reads the record in a slot, which counts as a use; good until the next change. */
    ByteSource read(int slot, ByteSource source) {
        isUsed[slot] = true;
        return source.reset(blockOf[slot].bytes, offsetOf[slot] + HEADER);
    }

    /** Whether the record in a slot begins with these bytes. */
    boolean beginsWith(int slot, ByteSink start) {
        int from = offsetOf[slot] + HEADER;
        return length(slot) >= start.length()
                && Arrays.equals(blockOf[slot].bytes, from, from + start.length(), start.bytes(), 0, start.length());
    }

    /** Whether there is a record in a slot. */
    boolean isTaken(int slot) {
        return blockOf[slot] != null;
    }

    int length(int slot) {
        return (int) INT.get(blockOf[slot].bytes, offsetOf[slot] + LENGTH);
    }

    /** Writes the record in a slot there. */
    void copy(int slot, DataOutput out) throws IOException {
        out.write(blockOf[slot].bytes, offsetOf[slot] + HEADER, length(slot));
    }

    private void append(int slot, byte[] from, int offset, int length) throws Exception {
        while (blocks.isEmpty() || HEADER + length > blockSize - blocks.getLast().end) {
            beginBlock();
        }
        put(blocks.getLast(), slot, from, offset, length);
    }

    private void beginBlock() throws Exception {
        blocks.add(spare == null ? new Block(blockSize) : spare);
        spare = null;
        boolean isMostlyDead = dead * 2 > (long) blocks.size() * blockSize;
        if (isMostlyDead || blocks.size() > mostBlocks) {
            clearOldest();
        }
    }

    private void put(Block block, int slot, byte[] from, int offset, int length) {
        byte[] bytes = block.bytes;
        int at = block.end;
        INT.set(bytes, at, slot);
        INT.set(bytes, at + CAPACITY, length);
        INT.set(bytes, at + LENGTH, length);
        System.arraycopy(from, offset, bytes, at + HEADER, length);
        block.end = at + HEADER + length;
        blockOf[slot] = block;
        offsetOf[slot] = at;
    }

    /** Its records move to the end, where there is room for a block of them now, or leave. */
    private void clearOldest() throws Exception {
        boolean isFull = blocks.size() > mostBlocks && dead * DEAD_SHARE < (long) mostBlocks * blockSize;
        Block oldest = blocks.remove();
        byte[] bytes = oldest.bytes;
        for (int at = 0; at < oldest.end; ) {
            int slot = (int) INT.get(bytes, at);
            int capacity = (int) INT.get(bytes, at + CAPACITY);
            if (slot == DEAD) {
                dead -= HEADER + capacity;
            } else if (isFull && !isUsed[slot]) {
                leaving.take(slot);
                blockOf[slot] = null;
                free[freeCount++] = slot;
            } else {
                isUsed[slot] = false;
                append(slot, bytes, at + HEADER, (int) INT.get(bytes, at + LENGTH));
            }
            at += HEADER + capacity;
        }
        oldest.end = 0;
        spare = oldest;
    }
}
