package io.xunjian.console.webhook;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PostOverTlsTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private static Path folder;

    private HttpsServer server;
    private SSLContext trusting;

    @BeforeEach
    void open() throws Exception {
        trusting = context(certificateOf("hooks.example"));
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(trusting));
        server.createContext("/", exchange -> {
            // Without a length: the answer comes in chunks.
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(exchange.getRequestBody().readAllBytes());
            exchange.getResponseBody().flush();
            exchange.getResponseBody().write('!');
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void whoProvesItsNameIsTold() throws Exception {
        assertThat(post(trusting.getSocketFactory(), "hooks.example")).isEqualTo(new HttpAnswer(200, "{}!"));
    }

    @Test
    void whoHasAnotherNameIsNotTold() {
        assertThatThrownBy(() -> post(trusting.getSocketFactory(), "other.example"))
                .isInstanceOf(UndeliveredException.class)
                .hasMessage("Not reached: SSLHandshakeException")
                .hasCauseInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void whoIsVouchedForByNobodyIsNotTold() {
        SSLSocketFactory usual = (SSLSocketFactory) SSLSocketFactory.getDefault();

        assertThatThrownBy(() -> post(usual, "hooks.example")).isInstanceOf(UndeliveredException.class);
    }

    @Test
    void whoDoesNotAnswerIsNotWaitedForForEver() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            URI url = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/");
            AllowedHosts allowed = AllowedHosts.of(List.of("private:" + url.getAuthority()));
            SSLSocketFactory tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
            Post post = new Post(allowed, InetAddress::getAllByName, tls, Duration.ofMillis(300));

            assertThatThrownBy(() -> post.send(new Message(url, Map.of(), "{}")))
                    .isInstanceOf(UndeliveredException.class)
                    .hasMessage("Not reached: SocketTimeoutException");
        }
    }

    /** A byte now and then would keep a timeout for each read alive for ever. */
    @Test
    void whoAnswersDripByDripIsNotWaitedForForEver() throws Exception {
        try (ServerSocket slow = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread dripping = new Thread(() -> drip(slow));
            dripping.setDaemon(true);
            dripping.start();
            URI url = URI.create("http://127.0.0.1:" + slow.getLocalPort() + "/");
            AllowedHosts allowed = AllowedHosts.of(List.of("private:" + url.getAuthority()));
            SSLSocketFactory tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
            Post post = new Post(allowed, InetAddress::getAllByName, tls, Duration.ofMillis(500));

            assertThatThrownBy(() -> post.send(new Message(url, Map.of(), "{}")))
                    .isInstanceOf(UndeliveredException.class)
                    .hasMessage("Not reached: SocketTimeoutException");
        }
    }

    private static void drip(ServerSocket server) {
        try (var socket = server.accept()) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(20);
            socket.getOutputStream().write("HTTP/1.1 200 OK\r\nX: ".getBytes(US_ASCII));
            do {
                socket.getOutputStream().write('x');
            } while (isOpen(socket.getInputStream()));
        } catch (IOException e) {
            // It hung up, as it should.
        }
    }

    /** Waits for what never comes. */
    private static boolean isOpen(InputStream in) throws IOException {
        try {
            int read = in.read();
            while (read >= 0) {
                read = in.read();
            }
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        }
    }

    private HttpAnswer post(SSLSocketFactory tls, String name) throws UndeliveredException {
        String host = name + ":" + server.getAddress().getPort();
        Post post = new Post(
                AllowedHosts.of(List.of("private:" + host)),
                asked -> new InetAddress[] {InetAddress.getLoopbackAddress()},
                tls,
                Duration.ofSeconds(20));
        return post.send(new Message(URI.create("https://" + host + "/"), Map.of(), "{}"));
    }

    private static SSLContext context(Path store) throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD);
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }

    private static Path certificateOf(String name) throws IOException, InterruptedException {
        Path store = folder.resolve(name + ".p12");
        if (!Files.exists(store)) {
            Process keytool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-keystore",
                            store.toString(),
                            "-storetype",
                            "PKCS12",
                            "-storepass",
                            new String(PASSWORD),
                            "-alias",
                            "own",
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=" + name,
                            "-ext",
                            "SAN=dns:" + name)
                    .redirectErrorStream(true)
                    .start();
            String output = new String(keytool.getInputStream().readAllBytes(), UTF_8);
            assertThat(keytool.waitFor()).as(output).isZero();
        }
        return store;
    }
}
