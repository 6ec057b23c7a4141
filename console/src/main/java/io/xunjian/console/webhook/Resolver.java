package io.xunjian.console.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Looks up the addresses of a name. */
@FunctionalInterface
interface Resolver {

    InetAddress[] resolve(String host) throws UnknownHostException;
}
