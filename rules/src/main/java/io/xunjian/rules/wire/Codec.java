package io.xunjian.rules.wire;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;

/**
 * How a value becomes bytes, in state and between machines. A codec reads every version that it ever wrote, so that
 * state outlives the program.
 */
public interface Codec<T> extends Serializable {

    /** Names the codec in snapshots of state. Never changes once released. */
    String name();

    /** The version that {@link #write} writes, from 1. Raised with each change of the bytes. */
    int version();

    /** Whether {@link #read} knows that version: of a newer program's bytes it may not. */
    default boolean reads(int version) {
        return version <= version();
    }

    void write(T value, DataOutput out) throws IOException;

    /** Reads what {@link #write} wrote when {@link #version} was {@code version}. */
    T read(int version, DataInput in) throws IOException;
}
