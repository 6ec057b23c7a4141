package io.xunjian.console.access;

import io.javalin.http.Context;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/** Who is at the other end of a connection. */
final class Peers {

    private static final int IPV6_NETWORK_BYTES = 8;

    private final List<Cidr> trusted;

    Peers(List<Cidr> trusted) {
        this.trusted = trusted;
    }

    boolean isTrusted(Context ctx) {
        return isTrusted(peer(ctx));
    }

    /**
     * Whom to count a failed sign-in against: behind a trusted proxy the address that it named last, for those before it
     * come from the client. A whole network in IPv6, where one host has 2^64 addresses.
     */
    String client(Context ctx) {
        InetAddress client = peer(ctx);
        String forwarded = ctx.header("X-Forwarded-For");
        if (forwarded != null && isTrusted(client)) {
            try {
                client = Cidr.address(
                        forwarded.substring(forwarded.lastIndexOf(',') + 1).strip());
            } catch (IllegalArgumentException e) {
                return "unreadable";
            }
        }
        if (client instanceof Inet6Address) {
            return Arrays.toString(Arrays.copyOf(client.getAddress(), IPV6_NETWORK_BYTES));
        }
        return client.getHostAddress();
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(range -> range.contains(address));
    }

    private static InetAddress peer(Context ctx) {
        String address = ctx.req().getRemoteAddr();
        String bare = address.startsWith("[") ? address.substring(1, address.length() - 1) : address;
        return Cidr.address(bare.replaceFirst("%.*", ""));
    }
}
