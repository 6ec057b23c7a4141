package io.xunjian.replay;

import io.xunjian.rules.FactKind;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.wire.ByteSink;
import io.xunjian.rules.wire.ByteSource;
import io.xunjian.rules.wire.Codec;
import io.xunjian.rules.wire.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.BiConsumer;

/**
 * The facts of a share of the keys, packed: a key and its facts are one array of bytes, which takes a third of the memory
 * that objects would, and spares the garbage collector most of its work. Open addressing, at most three quarters full. Not
 * for use by two threads at once.
 */
final class Stripe<F> {

    private static final int INITIAL = 64;

    private final FactKind<F> kind;
    private final Codec<F> codec;
    private final ByteSink sink = new ByteSink();
    private final ByteSource source = new ByteSource();

    private byte[][] entries = new byte[INITIAL][];
    private int[] hashes = new int[INITIAL];
    private int size;

    Stripe(FactKind<F> kind) {
        this.kind = kind;
        this.codec = kind.codec();
    }

    /** Joins an event to its key's facts; {@code false} if it is in them already. */
    boolean add(String key, int hash, Event event) {
        byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
        try {
            int at = slotOf(keyBytes, hash);
            if (entries[at] == null) {
                put(at, hash, packed(keyBytes, kind.of(event)));
                return true;
            }
            toFacts(entries[at]);
            F known = codec.read(codec.version(), source);
            if (kind.contains(known, event)) {
                return false;
            }
            entries[at] = packed(keyBytes, kind.join(known, kind.of(event)));
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail", e);
        }
    }

    /** Gives every key with its facts. */
    void forEach(BiConsumer<String, F> consumer) {
        try {
            for (byte[] entry : entries) {
                if (entry != null) {
                    byte[] key = new byte[(int) Wire.readNumber(source.reset(entry, 0))];
                    source.readFully(key);
                    consumer.accept(new String(key, StandardCharsets.UTF_8), codec.read(codec.version(), source));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail", e);
        }
    }

    void clear() {
        entries = new byte[INITIAL][];
        hashes = new int[INITIAL];
        size = 0;
    }

    /** The slot where the key stands, or the empty one where it would. */
    private int slotOf(byte[] key, int hash) throws IOException {
        int mask = entries.length - 1;
        int at = hash & mask;
        while (entries[at] != null && !(hashes[at] == hash && isKeyOf(entries[at], key))) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private boolean isKeyOf(byte[] entry, byte[] key) throws IOException {
        int length = (int) Wire.readNumber(source.reset(entry, 0));
        return length == key.length && Arrays.equals(entry, source.at(), source.at() + length, key, 0, length);
    }

    /** Puts the source where the facts of an entry begin. */
    private void toFacts(byte[] entry) throws IOException {
        int length = (int) Wire.readNumber(source.reset(entry, 0));
        source.skipBytes(length);
    }

    private byte[] packed(byte[] key, F facts) throws IOException {
        sink.clear();
        Wire.writeNumber(key.length, sink);
        sink.write(key);
        codec.write(facts, sink);
        return sink.toByteArray();
    }

    private void put(int at, int hash, byte[] entry) {
        entries[at] = entry;
        hashes[at] = hash;
        if (++size * 4 > entries.length * 3) {
            grow();
        }
    }

    /** Where memory runs out on the way, the stripe stays as it was: other threads may still be at work on it. */
    private void grow() {
        byte[][] newEntries = new byte[entries.length * 2][];
        int[] newHashes = new int[newEntries.length];
        int mask = newEntries.length - 1;
        for (int i = 0; i < entries.length; i++) {
            if (entries[i] != null) {
                int at = hashes[i] & mask;
                while (newEntries[at] != null) {
                    at = (at + 1) & mask;
                }
                newEntries[at] = entries[i];
                newHashes[at] = hashes[i];
            }
        }
        entries = newEntries;
        hashes = newHashes;
    }
}
