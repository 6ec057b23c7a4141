package io.xunjian.console.webhook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Posts over HTTP/1.1 to an address that was checked: the name is looked up once, and the connection goes to what was found
 * then, which no HTTP client of the JDK lets one do. A name that leads elsewhere a moment later (DNS rebinding) gains nothing.
 * Redirects are not followed.
 */
final class Post {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final AllowedHosts allowed;
    private final Resolver resolver;
    private final SSLSocketFactory tls;
    private final Duration longest;

    /**
     * A client.
     *
     * @param longest a whole exchange may last
     */
    Post(AllowedHosts allowed, Resolver resolver, SSLSocketFactory tls, Duration longest) {
        this.allowed = allowed;
        this.resolver = resolver;
        this.tls = tls;
        this.longest = longest;
    }

    HttpAnswer send(Message message) throws UndeliveredException {
        URI url = message.url();
        String fault = allowed.fault(url).orElse(null);
        if (fault != null) {
            throw new UndeliveredException(fault);
        }
        InetAddress address = address(url);
        byte[] body = message.body().getBytes(UTF_8);
        long end = System.nanoTime() + longest.toNanos();
        try (Socket plain = new Socket(Proxy.NO_PROXY)) {
            boolean https = url.getScheme().equals("https");
            int port = url.getPort() >= 0 ? url.getPort() : https ? 443 : 80;
            plain.connect(new InetSocketAddress(address, port), (int) CONNECT.toMillis());
            plain.setSoTimeout((int) longest.toMillis());
            try (Socket socket = https ? secured(plain, url.getHost(), port) : plain) {
                OutputStream out = socket.getOutputStream();
                out.write(head(message, body.length).getBytes(ISO_8859_1));
                out.write(body);
                out.flush();
                return HttpAnswer.read(new TimedInput(socket, end));
            }
        } catch (IOException e) {
            throw new UndeliveredException("Not reached: " + e.getClass().getSimpleName(), e);
        }
    }

    private InetAddress address(URI url) throws UndeliveredException {
        try {
            String host = url.getHost();
            InetAddress[] found = resolver.resolve(host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
            for (InetAddress address : found) {
                if (!PublicAddresses.hold(address) && !allowed.isPrivate(url)) {
                    throw new UndeliveredException("The host leads into a private network.");
                }
                if (url.getScheme().equals("http") && !address.isLoopbackAddress()) {
                    throw new UndeliveredException("Plain http is for the loopback interface alone.");
                }
            }
            return found[0];
        } catch (UnknownHostException e) {
            throw new UndeliveredException("The host has no address.", e);
        }
    }

    private Socket secured(Socket plain, String host, int port) throws IOException {
        SSLSocket socket = (SSLSocket) tls.createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static String head(Message message, int length) {
        URI url = message.url();
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String query = url.getRawQuery() == null ? "" : '?' + url.getRawQuery();
        StringBuilder head = new StringBuilder("POST " + path + query + " HTTP/1.1\r\n");
        head.append("Host: ").append(url.getRawAuthority()).append("\r\n");
        head.append("Content-Type: application/json; charset=")
                .append(UTF_8.name().toLowerCase(Locale.ROOT));
        head.append("\r\nContent-Length: ").append(length).append("\r\n");
        head.append("User-Agent: xunjian\r\nAccept: application/json\r\nConnection: close\r\n");
        message.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString();
    }
}
