package io.xunjian.cluster.traffic;

/** A part of the marketplace's life. */
interface Activity {

    /** Posts what begins in an hour, with all that comes of it, however late. The hours come one after another. */
    void live(Hour hour);
}
