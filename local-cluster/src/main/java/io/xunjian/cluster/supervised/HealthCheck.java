package io.xunjian.cluster.supervised;

/** Asks a part whether it works. */
@FunctionalInterface
interface HealthCheck {

    /**
     * Waits some seconds at most.
     *
     * @param since epoch ms: what a process before that said does not count
     */
    boolean isUp(long since);
}
