package io.xunjian.console.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.Optional;

/** Where a message leads to; nowhere where nobody said by which address people reach the console. */
final class Links {

    private final Optional<String> base;

    Links(Optional<URI> publicUrl) {
        this.base = publicUrl.map(url -> url.toString().replaceFirst("/+$", ""));
    }

    Optional<String> all() {
        return base.map(url -> url + "/alerts");
    }

    /** The alert, in whatever state it is by then. */
    Optional<String> alert(String alertId) {
        return base.map(url -> url + "/alerts?q=&alert=" + URLEncoder.encode(alertId, UTF_8));
    }
}
