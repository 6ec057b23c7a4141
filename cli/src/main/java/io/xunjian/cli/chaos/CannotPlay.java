package io.xunjian.cli.chaos;

/** A scenario needs what is not here. */
final class CannotPlay extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotPlay(String message) {
        super(message);
    }
}
