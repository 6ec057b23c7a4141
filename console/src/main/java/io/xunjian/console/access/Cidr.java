package io.xunjian.console.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * A range of addresses: {@code 10.0.0.0/8}, {@code ::1}.
 *
 * @param bits how many leading bits are the range's
 */
public record Cidr(InetAddress first, int bits) {

    /** Never a name, which would be looked up. */
    private static final Pattern LITERAL =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /**
     * Reads a range.
     *
     * @throws IllegalArgumentException where it is none
     */
    public static Cidr parse(String text) {
        String[] parts = text.strip().split("/", 2);
        InetAddress first = address(parts[0]);
        int all = first.getAddress().length * 8;
        int bits = parts.length == 1 ? all : bits(text, parts[1]);
        if (bits > all) {
            throw new IllegalArgumentException("not a range of addresses: " + text);
        }
        return new Cidr(first, bits);
    }

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException where it is none, or a name
     */
    public static InetAddress address(String literal) {
        if (!LITERAL.matcher(literal).matches()) {
            throw new IllegalArgumentException("not an address: " + literal);
        }
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an address: " + literal, e);
        }
    }

    /** Whether the address is in it; an IPv4 address is in no range of IPv6. */
    public boolean contains(InetAddress address) {
        byte[] mine = first.getAddress();
        byte[] given = address.getAddress();
        if (mine.length != given.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((mine[bit / 8] & mask) != (given[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static int bits(String range, String text) {
        if (!text.matches("[0-9]{1,3}")) {
            throw new IllegalArgumentException("not a range of addresses: " + range);
        }
        return Integer.parseInt(text);
    }
}
