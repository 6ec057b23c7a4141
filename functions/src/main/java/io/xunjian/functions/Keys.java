package io.xunjian.functions;

/** The keys of a judge: where what is kept of them lies, and when they become due. */
interface Keys<F> {

    /** Takes a key when it is time to look at it. */
    @FunctionalInterface
    interface Look<F> {
        void at(HotKey<F> key) throws Exception;
    }

    /** The key, {@code null} where nothing is kept of it. */
    HotKey<F> find(String key) throws Exception;

    /** A key of which nothing was kept, and will be from now on. */
    HotKey<F> add(String key) throws Exception;

    /** Keeps this of a key, until the instant of its timer. */
    void keep(HotKey<F> key, Held<F> held) throws Exception;

    /** Keeps nothing of a key. */
    void forget(HotKey<F> key) throws Exception;

    /** A timer that the backend had for a key fires. */
    void fired(String key, long timer) throws Exception;

    /** Time goes on to there: looks at every key whose timer was set for then or before. */
    void advance(long watermark) throws Exception;

    /** Before a checkpoint: the backend has everything when this returns. */
    void store() throws Exception;
}
