package io.xunjian.console.webhook;

import java.net.URI;
import java.util.Map;

/** What is posted, signed and all. */
record Message(URI url, Map<String, String> headers, String body) {

    /** Without the address. */
    @Override
    public String toString() {
        return body.length() + " characters";
    }
}
