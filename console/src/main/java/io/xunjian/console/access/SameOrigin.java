package io.xunjian.console.access;

import io.javalin.http.Context;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Refuses what another site makes a browser send. Programs, which say no origin, pass. */
final class SameOrigin {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private final Optional<String> publicOrigin;

    SameOrigin(Optional<URI> publicUrl) {
        publicOrigin = publicUrl.map(url -> origin(url.getScheme(), url.getAuthority()));
    }

    static boolean changes(Context ctx) {
        return !READS.contains(ctx.method().name());
    }

    /** Turns away a changing request of another site. The host must have been checked before. */
    void check(Context ctx) {
        String site = ctx.header("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin")) {
            throw Refusal.forbidden("OTHER_SITE", "This request comes from another site.");
        }
        String origin = ctx.header("Origin");
        if (origin != null && !isOurs(origin.toLowerCase(Locale.ROOT), ctx)) {
            throw Refusal.forbidden("OTHER_SITE", "This request comes from another site.");
        }
    }

    private boolean isOurs(String origin, Context ctx) {
        return origin.equals(origin(ctx.scheme(), ctx.header("Host")))
                || publicOrigin.filter(origin::equals).isPresent();
    }

    private static String origin(String scheme, String authority) {
        String lower = (scheme + "://" + authority).toLowerCase(Locale.ROOT);
        return lower.replaceFirst("^(http://.*):80$|^(https://.*):443$", "$1$2");
    }
}
