package io.xunjian.console.webhook;

import io.xunjian.rules.book.Severity;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Whom to tell of which alerts.
 *
 * @param url with the bot's token in it: as good as a password
 * @param secret that messages are signed with
 * @param rules whose alerts it is told of; empty for all
 */
record Webhook(
        String id,
        String name,
        WebhookKind kind,
        URI url,
        Optional<String> secret,
        Language language,
        List<String> rules,
        Severity minSeverity) {

    private static final int SHOWN = 4;

    /** Enough of the address to tell it from another one. */
    String shownUrl() {
        String whole = url.toString();
        return url.getScheme() + "://" + url.getRawAuthority() + "/…"
                + (whole.length() > 60 ? whole.substring(whole.length() - SHOWN) : "");
    }

    /** Without the address and the secret. */
    @Override
    public String toString() {
        return kind + " " + id + " (" + name + ")";
    }
}
