package io.xunjian.cluster;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * A port of this machine that a part of the cluster is to listen on.
 *
 * @param use what listens there, as its user knows it
 * @param option the command line option that takes another number
 */
public record LoopbackPort(int number, String use, String option) {

    /** Fails where something listens there already. */
    void requireFree() throws IOException {
        if (!isFree()) {
            throw new CannotStart("Port %d (%s) is in use by another program. Stop it, or choose another with %s."
                    .formatted(number, use, option));
        }
    }

    /** Whether nothing listens there. */
    public boolean isFree() throws IOException {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(address());
            return true;
        } catch (BindException e) {
            return false;
        }
    }

    /** Whether something takes connections there. */
    public boolean isListening() {
        try (Socket probe = new Socket()) {
            probe.connect(address(), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), number);
    }
}
