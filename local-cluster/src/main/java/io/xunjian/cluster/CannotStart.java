package io.xunjian.cluster;

/** A part of the cluster cannot run. The message is one sentence for its user: what is wrong, and what to do about it. */
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotStart(String message) {
        super(message);
    }
}
