package io.xunjian.console.access;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Who may sign in, and how.
 *
 * @param mode whether names and passwords are kept here or a proxy in front has checked them
 * @param host that the server listens on
 * @param publicUrl that people type, where it is another than that of host and port
 * @param proxyUserHeader the header with the user's name, for {@link Mode#PROXY}
 * @param proxyRoleHeader the header with the role, or with groups of which one is a role
 * @param proxyFrom the addresses whose headers are believed
 * @param version of this program, told to who is signed in
 */
public record AccessSettings(
        Mode mode,
        String host,
        Optional<URI> publicUrl,
        String proxyUserHeader,
        String proxyRoleHeader,
        List<Cidr> proxyFrom,
        String version) {

    /** Who checks passwords. */
    public enum Mode {
        LOCAL,
        PROXY
    }

    /** Names and passwords in the database. */
    public static AccessSettings local(String host, Optional<URI> publicUrl, String version) {
        return new AccessSettings(Mode.LOCAL, host, publicUrl, "", "", List.of(), version);
    }

    /** What a proxy says that comes from these addresses. */
    public static AccessSettings proxy(
            String host,
            Optional<URI> publicUrl,
            String userHeader,
            String roleHeader,
            List<String> from,
            String version) {
        List<Cidr> ranges = from.stream().map(Cidr::parse).toList();
        return new AccessSettings(Mode.PROXY, host, publicUrl, userHeader, roleHeader, ranges, version);
    }

    boolean https() {
        return publicUrl
                .filter(url -> url.getScheme().equalsIgnoreCase("https"))
                .isPresent();
    }
}
