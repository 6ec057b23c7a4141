package io.xunjian.console.access;

import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The names by which this server is called. A page of another site whose name was turned to our address (DNS rebinding) sends
 * that name, and is refused; an address cannot be turned.
 */
final class Hosts {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> EVERY_ADDRESS = Set.of("0.0.0.0", "::", "[::]", "[0:0:0:0:0:0:0:0]");

    private final Set<String> names = new HashSet<>(LOOPBACK);
    private final boolean anyAddress;

    Hosts(String bound, Optional<URI> publicUrl) {
        names.add(bound.contains(":") && !bound.startsWith("[") ? "[" + bound + "]" : bound.toLowerCase(Locale.ROOT));
        publicUrl.ifPresent(url -> names.add(url.getHost().toLowerCase(Locale.ROOT)));
        anyAddress = EVERY_ADDRESS.contains(bound);
    }

    /** Whether a {@code Host} header, with its port or without, is one of ours. */
    boolean knows(String header) {
        if (header == null) {
            return false;
        }
        String name = header.replaceFirst(":[0-9]*$", "").toLowerCase(Locale.ROOT);
        return names.contains(name) || (anyAddress && isAddress(name));
    }

    private static boolean isAddress(String name) {
        String bare = name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
        try {
            Cidr.address(bare);
            return bare.equals(name) != bare.contains(":");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
