package io.xunjian.cluster.supervised;

/** How a part is. */
public enum Health {
    /** It runs and has not answered yet. */
    STARTING,
    /** It answers. */
    UP,
    /** It runs, answered before, and does not now. */
    SILENT,
    /** It has ended and will be started again. */
    DOWN
}
