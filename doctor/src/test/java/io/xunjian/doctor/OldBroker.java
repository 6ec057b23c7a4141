package io.xunjian.doctor;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** It speaks as a broker of version 0.10 did, as far as a knock goes: there is none to be had that runs beside ours. */
final class OldBroker implements AutoCloseable {

    private static final int API_VERSIONS = 18;
    private static final int APIS = 21;

    private final ServerSocket socket;

    private OldBroker(ServerSocket socket) {
        this.socket = socket;
    }

    static OldBroker start() throws IOException {
        OldBroker broker = new OldBroker(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()));
        Thread thread = new Thread(broker::serve, "old-broker");
        thread.setDaemon(true);
        thread.start();
        return broker;
    }

    String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                answer(client);
            } catch (IOException e) {
                // it went away, or this did
            }
        }
    }

    private static void answer(Socket client) throws IOException {
        DataInputStream in = new DataInputStream(client.getInputStream());
        DataOutputStream out = new DataOutputStream(client.getOutputStream());
        while (true) {
            byte[] request = in.readNBytes(in.readInt());
            boolean isApiVersions = request[1] == API_VERSIONS;
            out.writeInt(4 + 2 + 4 + (isApiVersions ? APIS * 6 : 0));
            out.write(request, 4, 4);
            out.writeShort(isApiVersions ? 0 : 34); // it takes no SASL
            out.writeInt(isApiVersions ? APIS : 0);
            for (int api = 0; isApiVersions && api < APIS; api++) {
                out.writeShort(api);
                out.writeShort(0);
                out.writeShort(1);
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
