package io.xunjian.doctor;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.protocol.ApiKeys;

/**
 * Knocks at a broker's address and looks who opens, in Kafka's oldest words: which requests there are, and by which means one
 * may name oneself. Says no name and no secret.
 */
final class Knock {

    private static final int PATIENCE_MS = 2_000;
    private static final int LONGEST_ANSWER = 1 << 20;
    private static final String NO_MECHANISM = "?";

    private final String address;
    private final InetSocketAddress socketAddress;

    private Knock(String address, InetSocketAddress socketAddress) {
        this.address = address;
        this.socketAddress = socketAddress;
    }

    /** Takes seconds where nobody answers. */
    static Door at(InetSocketAddress socketAddress) {
        String address = socketAddress.getHostString() + ':' + socketAddress.getPort();
        Knock knock = new Knock(address, socketAddress);
        try (Socket socket = knock.connect()) {
            return knock.speak(socket, false);
        } catch (IOException e) {
            return knock.byTls();
        }
    }

    private Door byTls() {
        try (Socket socket = connect()) {
            return byTls(socket);
        } catch (IOException e) {
            return Door.closed(address);
        }
    }

    private Door byTls(Socket plain) throws IOException {
        boolean hasTls = false;
        try (Socket socket = AnyCertificate.over(plain, socketAddress)) {
            hasTls = AnyCertificate.isGreeted(socket);
            return hasTls ? speak(socket, true) : Door.ofSomethingElse(address, false);
        } catch (IOException e) {
            return Door.ofSomethingElse(address, hasTls);
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        try {
            socket.setSoTimeout(PATIENCE_MS);
            socket.connect(socketAddress, PATIENCE_MS);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private Door speak(Socket socket, boolean hasTls) throws IOException {
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        DataInputStream in = new DataInputStream(socket.getInputStream());
        Map<Short, Short> apis = apis(in, out);
        return new Door(address, true, true, hasTls, mechanisms(in, out), apis);
    }

    private static Map<Short, Short> apis(DataInputStream in, DataOutputStream out) throws IOException {
        ask(ApiKeys.API_VERSIONS, 0, null, out);
        answer(in);
        in.readShort(); // an error comes with the same list
        Map<Short, Short> apis = new HashMap<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            short key = in.readShort();
            in.readShort();
            apis.put(key, in.readShort());
        }
        return apis;
    }

    /** A mechanism that there is not is answered with those that there are. */
    private static List<String> mechanisms(DataInputStream in, DataOutputStream out) throws IOException {
        ask(ApiKeys.SASL_HANDSHAKE, 1, NO_MECHANISM, out);
        answer(in);
        in.readShort();
        List<String> mechanisms = new ArrayList<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            mechanisms.add(in.readUTF());
        }
        return mechanisms;
    }

    /** A request of one text, or of nothing. Texts of Kafka's and of Java's are alike where they are ASCII. */
    private static void ask(ApiKeys request, int version, String text, DataOutputStream out) throws IOException {
        int size = 2 + 2 + 4 + 2 + (text == null ? 0 : 2 + text.length());
        out.writeInt(size);
        out.writeShort(request.id);
        out.writeShort(version);
        out.writeInt(request.id);
        out.writeShort(-1); // no client id
        if (text != null) {
            out.writeUTF(text);
        }
        out.flush();
    }

    private static void answer(DataInputStream in) throws IOException {
        int size = in.readInt();
        if (size < 4 || size > LONGEST_ANSWER) {
            throw new IOException("No answer of Kafka's");
        }
        in.readInt();
    }
}
