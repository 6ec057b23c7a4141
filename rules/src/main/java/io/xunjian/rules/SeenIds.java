package io.xunjian.rules;

import io.xunjian.rules.wire.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;

/**
 * The ids of events that are in some facts without standing there by name, so that a redelivery is known as one. 8 bytes
 * an id: a 64-bit hash, which only counters rest on, never a verdict. Of more than {@link #KEPT} ids the smallest hashes
 * are kept, which makes the union lawful at any number; a redelivery of the others counts as a fact.
 */
public final class SeenIds implements Serializable {

    /** Far more events than an honest key has; bounds what a hostile one can cost. */
    public static final int KEPT = 256;

    public static final SeenIds NONE = new SeenIds(new long[0]);

    private final long[] hashes;

    private SeenIds(long[] hashes) {
        this.hashes = hashes;
    }

    public boolean contains(String eventId) {
        return hashes.length > 0 && Arrays.binarySearch(hashes, hash(eventId)) >= 0;
    }

    public SeenIds with(String eventId) {
        return union(new SeenIds(new long[] {hash(eventId)}));
    }

    public SeenIds union(SeenIds other) {
        if (hashes.length == 0) {
            return other;
        }
        if (other.hashes.length == 0) {
            return this;
        }
        long[] both = Arrays.copyOf(hashes, hashes.length + other.hashes.length);
        System.arraycopy(other.hashes, 0, both, hashes.length, other.hashes.length);
        Arrays.sort(both);
        int kept = 1;
        for (int i = 1; i < both.length && kept < KEPT; i++) {
            if (both[i] != both[kept - 1]) {
                both[kept++] = both[i];
            }
        }
        return new SeenIds(Arrays.copyOf(both, kept));
    }

    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash ^= hash >>> 32;
        hash *= 0xd6e8feb86659fd93L;
        return hash ^ (hash >>> 32);
    }

    public void write(DataOutput out) throws IOException {
        Wire.writeNumber(hashes.length, out);
        for (long hash : hashes) {
            out.writeLong(hash);
        }
    }

    public static SeenIds read(DataInput in) throws IOException {
        int length = (int) Wire.readNumber(in);
        if (length == 0) {
            return NONE;
        }
        long[] hashes = new long[length];
        for (int i = 0; i < length; i++) {
            hashes[i] = in.readLong();
        }
        return new SeenIds(hashes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SeenIds ids && Arrays.equals(hashes, ids.hashes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hashes);
    }

    @Override
    public String toString() {
        return hashes.length + " ids";
    }
}
