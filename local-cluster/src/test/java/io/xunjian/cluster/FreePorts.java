package io.xunjian.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

/** Ports that nothing listens on just now. */
public final class FreePorts {

    private FreePorts() {}

    /** A broker on this folder and two free ports. */
    public static BrokerSettings brokerOn(Path dataFolder) throws IOException {
        try (ServerSocket one = listener();
                ServerSocket other = listener()) {
            return new BrokerSettings(dataFolder, one.getLocalPort(), other.getLocalPort());
        }
    }

    static ServerSocket listener() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}
