package io.xunjian.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever reaches Flink's REST can run code: unless somebody decides otherwise, no other machine reaches it. */
class LoopbackIT {

    @TempDir
    private Path folder;

    @Test
    void flinkIsReachedFromThisMachineAlone() throws Exception {
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList();
        assumeFalse(others.isEmpty(), "this machine has no other address than the loopback address");
        try (LocalFlink flink = LocalFlink.start(0, 1, folder)) {
            int port = URI.create(flink.address()).getPort();
            assertThat(isReached(InetAddress.getLoopbackAddress(), port)).isTrue();
            assertThat(others).noneMatch(address -> isReached(address, port));
        }
    }

    private static boolean isReached(InetAddress address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 2_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
