package io.xunjian.console.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A bot: remembers what it was told, and answers as it is bid. */
final class BotServer implements AutoCloseable {

    static final String TAKEN = "{\"errcode\":0,\"errmsg\":\"ok\"}";

    final List<Told> told = new CopyOnWriteArrayList<>();
    private final Queue<Answer> answers = new ArrayDeque<>();
    private final HttpServer server;

    BotServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** The next request is answered so; those after it are taken. */
    void answerNext(int status, String body) {
        answers.add(new Answer(status, body));
    }

    String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    URI url(String pathAndQuery) {
        return URI.create("http://" + host() + pathAndQuery);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        told.add(new Told(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                body,
                exchange.getRequestHeaders().getFirst("X-Xunjian-Signature"),
                exchange.getRequestHeaders().getFirst("X-Xunjian-Timestamp")));
        Answer answer = answers.isEmpty() ? new Answer(200, TAKEN) : answers.remove();
        exchange.getResponseHeaders().add("Location", "/elsewhere");
        byte[] bytes = answer.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** A request. */
    record Told(String method, String uri, String body, String signature, String timestamp) {}

    private record Answer(int status, String body) {}
}
