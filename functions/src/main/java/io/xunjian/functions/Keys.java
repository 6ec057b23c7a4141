package io.xunjian.functions;

import java.io.IOException;
import java.io.InputStream;
import org.apache.flink.runtime.state.KeyedStateCheckpointOutputStream;

/** The keys of a judge: where what is kept of them lies, and when they become due. */
interface Keys<F> {

    /** Takes a key when it is time to look at it. */
    @FunctionalInterface
    interface Look<F> {
        void at(Kept<F> key) throws Exception;
    }

    /** The key, {@code null} where nothing is kept of it. */
    Kept<F> find(String key) throws Exception;

    /** A key of which nothing was kept, and will be from now on. */
    Kept<F> add(String key) throws Exception;

    /** Keeps this of a key, until the instant of its timer. */
    void keep(Kept<F> key, Held<F> held) throws Exception;

    /** Keeps nothing of a key. */
    void forget(Kept<F> key) throws Exception;

    /** A timer that the backend had for a key fires. */
    void fired(String key, long timer) throws Exception;

    /** Time goes on to there: looks at every key whose timer was set for then or before. */
    void advance(long watermark) throws Exception;

    /** How many keys are in memory, each with a timer there. */
    int inMemory();

    /** Writes to a checkpoint what the state backend does not have. */
    void snapshot(KeyedStateCheckpointOutputStream out) throws IOException;

    /** Reads what {@link #snapshot} wrote of a key group. */
    void restore(int keyGroup, InputStream in) throws Exception;
}
