package io.xunjian.console.access;

import io.javalin.http.HttpResponseException;
import java.util.Map;

/** Why a request is turned away: status, a code for programs in {@code details.error}, a sentence for people. */
public final class Refusal {

    private Refusal() {}

    /** What was sent cannot be understood. */
    public static HttpResponseException badRequest(String message) {
        return refusal(400, "BAD_REQUEST", message);
    }

    /** There is none. */
    public static HttpResponseException notFound(String message) {
        return refusal(404, "NOT_FOUND", message);
    }

    /** It cannot be done as things stand. */
    public static HttpResponseException conflict(String message) {
        return refusal(409, "CONFLICT", message);
    }

    /** Not for this user, or not from there. */
    public static HttpResponseException forbidden(String code, String message) {
        return refusal(403, code, message);
    }

    /** What it needs does not answer. */
    public static HttpResponseException unavailable(String message) {
        return refusal(503, "UNAVAILABLE", message);
    }

    static HttpResponseException signInNeeded() {
        return refusal(401, "SIGN_IN", "Sign in first.");
    }

    static HttpResponseException signInFailed() {
        return refusal(401, "SIGN_IN_FAILED", "No such name and password.");
    }

    static HttpResponseException tooMany(String message) {
        return refusal(429, "TOO_MANY", message);
    }

    private static HttpResponseException refusal(int status, String code, String message) {
        return new HttpResponseException(status, message, Map.of("error", code));
    }
}
