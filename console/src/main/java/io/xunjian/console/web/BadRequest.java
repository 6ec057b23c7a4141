package io.xunjian.console.web;

import java.util.Map;

/** A request that cannot be answered as it is: 400. */
public final class BadRequest extends RuntimeException {

    private final String code;
    private final transient Map<String, Object> details;

    public BadRequest(String code, String message) {
        this(code, message, (Throwable) null);
    }

    public BadRequest(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
        this.details = Map.of();
    }

    BadRequest(String code, String message, Map<String, Object> details) {
        super(message);
        this.code = code;
        this.details = details;
    }

    /** For programs: {@code BAD_QUERY}. */
    public String code() {
        return code;
    }

    Map<String, Object> details() {
        return details;
    }
}
