package io.xunjian.console.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HeaderCacheTest {

    /** Two tokens that differ in case alone are two sessions. */
    @Test
    void aValueIsNotTakenForTheOneBeforeThatHadOtherCase() throws Exception {
        Route echo = Route.open(
                HandlerType.GET, "/api/echo", ctx -> ctx.result(ctx.cookie("t") + " " + ctx.header("X-CSRF-Token")));
        try (WebServer server = WebServer.start(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        List.of(echo),
                        ctx -> {},
                        (ctx, needed) -> {});
                Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(), server.address().getPort());
                BufferedReader answers =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1))) {
            assertThat(ask(socket, answers, "abc", "keep-alive")).isEqualTo("abc abc");
            assertThat(ask(socket, answers, "ABC", "keep-alive")).isEqualTo("ABC ABC");
            assertThat(ask(socket, answers, "abC", "close")).isEqualTo("abC abC");
        }
    }

    private static String ask(Socket socket, BufferedReader answers, String value, String connection) throws Exception {
        String request = "GET /api/echo HTTP/1.1\r\nHost: localhost\r\nCookie: t=" + value + "\r\nX-CSRF-Token: "
                + value + "\r\nConnection: " + connection + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        while (!answers.readLine().isEmpty()) {
            // What stands before the body.
        }
        char[] body = new char[2 * value.length() + 1];
        int read = 0;
        while (read < body.length) {
            read += answers.read(body, read, body.length - read);
        }
        return new String(body);
    }
}
