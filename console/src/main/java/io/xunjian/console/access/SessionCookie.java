package io.xunjian.console.access;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.Optional;

/** The cookie that holds a session's token. No script sees it, no other site sends it. */
final class SessionCookie {

    private static final String NAME = "xunjian_session";
    private static final int UNTIL_THE_BROWSER_CLOSES = -1;

    private final boolean https;

    SessionCookie(boolean https) {
        this.https = https;
    }

    static Optional<String> token(Context ctx) {
        return Optional.ofNullable(ctx.cookie(NAME)).filter(token -> !token.isEmpty());
    }

    void give(Context ctx, String token) {
        ctx.cookie(cookie(ctx, token, UNTIL_THE_BROWSER_CLOSES));
    }

    void take(Context ctx) {
        ctx.cookie(cookie(ctx, "", 0));
    }

    private Cookie cookie(Context ctx, String value, int maxAge) {
        boolean secure = https || ctx.scheme().equals("https");
        return new Cookie(NAME, value, "/", maxAge, secure, true, null, SameSite.STRICT);
    }
}
