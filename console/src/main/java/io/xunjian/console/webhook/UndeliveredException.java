package io.xunjian.console.webhook;

/** A message was not taken. What it says is shown to admins; never the address. */
final class UndeliveredException extends Exception {

    private static final long serialVersionUID = 1;

    UndeliveredException(String reason) {
        super(reason);
    }

    UndeliveredException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
