package io.xunjian.console;

import java.util.List;

/**
 * Who says who a user is.
 *
 * @param byProxy whether a proxy in front of the console does; else the console's own accounts do
 * @param userHeader in which the proxy names the user
 * @param roleHeader in which the proxy names the role
 * @param proxies addresses or networks (CIDR) that the proxy may come from
 */
public record AuthSettings(boolean byProxy, String userHeader, String roleHeader, List<String> proxies) {

    /** Accounts of the console's own. */
    public static final AuthSettings LOCAL = new AuthSettings(false, "", "", List.of());

    public AuthSettings {
        proxies = List.copyOf(proxies);
    }
}
