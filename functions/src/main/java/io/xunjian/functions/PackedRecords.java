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
 * one after the other in blocks; where enough of them is dead, the oldest block is cleared, and what is left in it moves on.
 * What is here stays: where the room is full of records, it is the new one that is not taken.
 *
 * <p>As objects, the keys of a live judge took four times the room, and a fifth of the time went into collecting them.
 */
final class PackedRecords {

    /** The slot of a record that was not taken. */
    static final int NO_ROOM = -1;

    private static final int LARGEST_BLOCK = 1 << 18;
    private static final int SMALLEST_BLOCK = 1 << 9;
    private static final int BLOCKS_AT_LEAST = 4;

    /** Before each record: its slot or {@link #DEAD}, how many bytes it may take, how many it takes. */
    private static final int HEADER = 12;

    private static final int CAPACITY = 4;
    private static final int LENGTH = 8;
    private static final int DEAD = -1;

    /** With one byte in so many dead, clearing a block is worth its cost where there is no room for another. */
    private static final int DEAD_WHEN_FULL = 4;

    /** And so many dead, it is better than another block. */
    private static final int DEAD_BEFORE = 2;

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    /** Records one after the other; those up to {@code end} are written. */
    private static final class Block {
        final byte[] bytes;
        int end;

        Block(int size) {
            bytes = new byte[size];
        }
    }

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
    private int[] free = new int[16];
    private int freeCount;
    private int slots;

    /** @param room bytes of blocks; some twenty more are needed for each record */
    PackedRecords(long room) {
        this.blockSize = (int) Math.max(SMALLEST_BLOCK, Math.min(LARGEST_BLOCK, room / BLOCKS_AT_LEAST));
        this.mostBlocks = (int) (room / blockSize);
    }

    /** Bytes of the blocks that there are. */
    long bytes() {
        return (long) blocks.size() * blockSize;
    }

    /** And of as many as there may be. */
    long mostBytes() {
        return (long) mostBlocks * blockSize;
    }

    /** All slots are below. */
    int slots() {
        return slots;
    }

    /** Adds a record and gives its slot, {@link #NO_ROOM} where it cannot be taken. */
    int add(ByteSink record) {
        if (!makeRoom(record.length())) {
            return NO_ROOM;
        }
        int slot = freeCount > 0 ? free[--freeCount] : newSlot();
        put(slot, record.bytes(), 0, record.length());
        return slot;
    }

    private int newSlot() {
        if (slots == blockOf.length) {
            blockOf = Arrays.copyOf(blockOf, slots * 2);
            offsetOf = Arrays.copyOf(offsetOf, slots * 2);
            free = Arrays.copyOf(free, slots * 2);
        }
        return slots++;
    }

    /**
     * Puts a record in the place of the one in a slot.
     *
     * @return {@code false} where there is no room for it; then neither is here any more
     */
    boolean replace(int slot, ByteSink record) {
        byte[] bytes = blockOf[slot].bytes;
        int at = offsetOf[slot];
        if (record.length() <= (int) INT.get(bytes, at + CAPACITY)) {
            INT.set(bytes, at + LENGTH, record.length());
            System.arraycopy(record.bytes(), 0, bytes, at + HEADER, record.length());
            return true;
        }
        bury(slot);
        if (!makeRoom(record.length())) {
            free[freeCount++] = slot;
            return false;
        }
        put(slot, record.bytes(), 0, record.length());
        return true;
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

    /** Reads the record in a slot; good until the next change. */
    ByteSource read(int slot, ByteSource source) {
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

    /** Makes room at the end for a record of that length, {@code false} if there cannot be. */
    private boolean makeRoom(int length) {
        if (mostBlocks < BLOCKS_AT_LEAST || HEADER + length > blockSize / 2) {
            return false;
        }
        while (!hasRoom(length)) {
            boolean isFull = blocks.size() == mostBlocks;
            if (dead * (isFull ? DEAD_WHEN_FULL : DEAD_BEFORE) > (long) blocks.size() * blockSize) {
                clearOldest();
            } else if (isFull) {
                return false;
            } else {
                beginBlock();
            }
        }
        return true;
    }

    private boolean hasRoom(int length) {
        return !blocks.isEmpty() && HEADER + length <= blockSize - blocks.getLast().end;
    }

    private void beginBlock() {
        blocks.add(spare == null ? new Block(blockSize) : spare);
        spare = null;
    }

    /** Its records move to the end; they need at most one block more. */
    private void clearOldest() {
        Block oldest = blocks.remove();
        byte[] bytes = oldest.bytes;
        for (int at = 0; at < oldest.end; ) {
            int slot = (int) INT.get(bytes, at);
            int capacity = (int) INT.get(bytes, at + CAPACITY);
            if (slot == DEAD) {
                dead -= HEADER + capacity;
            } else {
                int length = (int) INT.get(bytes, at + LENGTH);
                if (!hasRoom(length)) {
                    beginBlock();
                }
                put(slot, bytes, at + HEADER, length);
            }
            at += HEADER + capacity;
        }
        oldest.end = 0;
        spare = oldest;
    }

    /** At the end, where there is room. */
    private void put(int slot, byte[] from, int offset, int length) {
        Block block = blocks.getLast();
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
}
