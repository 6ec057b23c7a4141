package io.xunjian.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.console.feed.Hub;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StreamTest {

    private static final int CLIENTS = 500;

    private final AtomicBoolean signedIn = new AtomicBoolean(true);
    private final Hub hub = new Hub();
    private Stream stream;
    private WebServer server;

    @BeforeEach
    void start() {
        hub.beginAfter(100);
        stream = new Stream(hub, ctx -> signedIn.get());
        server = WebServer.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                stream.routes(),
                ctx -> {},
                (ctx, needed) -> {});
    }

    @AfterEach
    void stop() {
        stream.end();
        server.close();
    }

    @Test
    void fiveHundredListenersHearEverythingWithFewThreads() throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        List<Queue<String>> heard = new ArrayList<>();
        CountDownLatch all = new CountDownLatch(CLIENTS * 20);
        for (int i = 0; i < CLIENTS; i++) {
            Queue<String> ids = new ConcurrentLinkedQueue<>();
            heard.add(ids);
            listen(http, ids, all);
        }
        await(() -> hub.listeners() == CLIENTS);
        for (int seq = 101; seq <= 120; seq++) {
            hub.alert(seq, "{\"text\":\"" + "x".repeat(500) + "\"}");
        }
        assertThat(all.await(60, TimeUnit.SECONDS))
                .as("%d not heard", all.getCount())
                .isTrue();
        assertThat(heard)
                .allSatisfy(
                        ids -> assertThat(ids).startsWith("101").endsWith("120").hasSize(20));
        long threads = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("web"))
                .count();
        assertThat(threads).isLessThanOrEqualTo(32);
    }

    @Test
    void whoComesBackHearsWhatWasMissed() throws Exception {
        hub.alert(101, "{}");
        hub.decision("{\"alertIds\":[]}");
        hub.alert(102, "{}");
        try (Socket socket = open("Last-Event-ID: 101\r\n")) {
            String text = readUntil(socket, "id: 102\ndata");
            assertThat(text)
                    .contains("event: decision")
                    .doesNotContain("id: 101")
                    .doesNotContain("event: reset");
        }
    }

    @Test
    void whoWasAwayForTooLongIsTold() throws Exception {
        for (int seq = 101; seq < 2_200; seq++) {
            hub.alert(seq, "{}");
        }
        try (Socket before = open("Last-Event-ID: 100\r\n");
                Socket other = open("Last-Event-ID: 99999\r\n")) {
            assertThat(readUntil(before, "event: reset")).doesNotContain("event: alert");
            assertThat(readUntil(other, "event: reset")).doesNotContain("event: alert");
        }
    }

    @Test
    void oneWhoDoesNotReadIsPartedWithAndHoldsUpNobody() throws Exception {
        Queue<String> ids = new ConcurrentLinkedQueue<>();
        CountDownLatch last = new CountDownLatch(1);
        try (Socket slow = new Socket()) {
            slow.setReceiveBufferSize(4_096);
            slow.connect(server.address());
            ask(slow, "");
            await(() -> hub.listeners() == 1);
            String text = "{\"text\":\"" + "x".repeat(60_000) + "\"}";
            long seq = 100;
            while (hub.listeners() > 0 && seq < 20_000) {
                hub.alert(++seq, text);
            }
            listen(HttpClient.newHttpClient(), ids, last);
            await(() -> hub.listeners() == 1);
            hub.alert(++seq, "{}");
            assertThat(last.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(ids).containsExactly(Long.toString(seq));
        }
    }

    @Test
    void oneThatFailsInMidStreamIsLeftOutAndTheOthersHear() {
        List<String> heard = new ArrayList<>();
        AtomicInteger taken = new AtomicInteger();
        Hub.Listener broken = frame -> {
            if (taken.incrementAndGet() > 2) {
                throw new IllegalStateException("on purpose");
            }
        };
        for (int i = 0; i < 5; i++) {
            hub.listen(frame -> heard.add(new String(frame, StandardCharsets.UTF_8)), OptionalLong.empty());
        }
        hub.listen(broken, OptionalLong.empty());
        heard.clear();
        hub.alert(101, "{}");
        hub.alert(102, "{}");
        hub.decision("{}");

        assertThat(heard).hasSize(15);
        assertThat(taken).hasValue(3);
        assertThat(hub.listeners()).isEqualTo(5);
    }

    @Test
    void whoHangsUpInMidStreamHoldsUpNobody() throws Exception {
        Queue<String> ids = new ConcurrentLinkedQueue<>();
        CountDownLatch last = new CountDownLatch(200);
        listen(HttpClient.newHttpClient(), ids, last);
        await(() -> hub.listeners() == 1);
        for (int i = 0; i < 200; i++) {
            if (i % 20 == 0) {
                Socket leaving = open("");
                readUntil(leaving, "retry: 2000");
                leaving.setSoLinger(true, 0);
                leaving.close();
            }
            hub.alert(101 + i, "{\"text\":\"" + "x".repeat(2_000) + "\"}");
        }
        assertThat(last.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(ids).hasSize(200);
    }

    @Test
    void whoIsSignedOutHearsNoMore() throws Exception {
        try (Socket socket = open("")) {
            await(() -> hub.listeners() == 1);
            signedIn.set(false);
            stream.beat("{}");
            assertThat(hub.listeners()).isZero();
            assertThat(readUntil(socket, "\r\n0\r\n\r\n")).doesNotContain("event: health");
        }
    }

    private void listen(HttpClient http, Queue<String> ids, CountDownLatch heard) {
        URI uri = URI.create("http://127.0.0.1:" + server.address().getPort() + "/api/stream");
        AtomicBoolean isAlert = new AtomicBoolean();
        var unused = http.sendAsync(
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(90)).build(),
                BodyHandlers.fromLineSubscriber(new Lines(line -> {
                    if (line.startsWith("event: ")) {
                        isAlert.set(line.equals("event: alert"));
                    } else if (line.startsWith("id: ") && isAlert.get()) {
                        ids.add(line.substring(4));
                        heard.countDown();
                    }
                })));
    }

    private Socket open(String headers) throws IOException {
        Socket socket =
                new Socket(server.address().getAddress(), server.address().getPort());
        ask(socket, headers);
        return socket;
    }

    private static void ask(Socket socket, String headers) throws IOException {
        String request = "GET /api/stream HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    }

    /** What comes until a text does, or until the end. */
    private static String readUntil(Socket socket, String text) throws IOException {
        socket.setSoTimeout(20_000);
        InputStream in = socket.getInputStream();
        StringBuilder read = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            read.append((char) next);
            if (read.toString().endsWith(text)) {
                break;
            }
        }
        return read.toString();
    }

    /** A condition that something else brings about. */
    @FunctionalInterface
    private interface Condition {
        boolean holds();
    }

    private static void await(Condition condition) {
        long giveUpAt = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.holds()) {
            assertThat(System.nanoTime() - giveUpAt).isNegative();
            LockSupport.parkNanos(5_000_000);
        }
    }
}
