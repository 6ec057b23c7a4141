package io.xunjian.cluster;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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

    /** So many different ones. */
    public static List<Integer> some(int count) throws IOException {
        List<ServerSocket> listeners = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                listeners.add(listener());
            }
            return listeners.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket listener : listeners) {
                listener.close();
            }
        }
    }

    /** The first of so many that follow each other. */
    public static int inARow(int count) throws IOException {
        while (true) {
            int first = some(1).get(0);
            if (first + count <= 65_536 && areFree(first, count)) {
                return first;
            }
        }
    }

    private static boolean areFree(int first, int count) throws IOException {
        for (int port = first; port < first + count; port++) {
            try {
                new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
            } catch (BindException e) {
                return false;
            }
        }
        return true;
    }

    static ServerSocket listener() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}
