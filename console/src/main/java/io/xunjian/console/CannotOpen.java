package io.xunjian.console;

/** The console cannot start. The message is one sentence for its user: what is wrong, and what to do about it. */
public final class CannotOpen extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotOpen(String message, Throwable cause) {
        super(message, cause);
    }
}
