package io.xunjian.console.webhook;

import io.xunjian.console.access.Cidr;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** The internet. Not in it: one's own machine and network, what clouds tell their machines, and what holds such an address. */
final class PublicAddresses {

    private static final List<Cidr> NOT = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    // Also 100.100.100.200, which tells a machine of Alibaba Cloud its keys.
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    // Also 169.254.169.254, which does that in most other clouds.
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    // Everything of IPv6 but 2000::/3, and what in it leads elsewhere: Teredo, documentation, 6to4.
                    "::/3",
                    "4000::/2",
                    "8000::/1",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20")
            .map(Cidr::parse)
            .toList();

    private PublicAddresses() {}

    /** Java has turned an IPv4 address within IPv6 into an IPv4 address before. */
    static boolean hold(InetAddress address) {
        return NOT.stream().noneMatch(range -> range.contains(address));
    }
}
