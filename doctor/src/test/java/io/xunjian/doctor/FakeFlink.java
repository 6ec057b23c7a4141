package io.xunjian.doctor;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Answers as a sound cluster of two TaskManagers does, but for what a test says: what cannot be had side by side for real. */
final class FakeFlink implements AutoCloseable {

    private final Map<String, String> answers = new HashMap<>();
    private final HttpServer server;

    private FakeFlink(HttpServer server) {
        this.server = server;
    }

    static FakeFlink start() throws IOException {
        FakeFlink flink =
                new FakeFlink(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        flink.answers.put("/overview", "{'slots-total':4,'slots-available':4}");
        flink.answers.put("/config", "{'flink-version':'2.3.0','features':{'web-submit':true}}");
        flink.answers.put("/jobs/overview", "{'jobs':[]}");
        flink.answers.put(
                "/jobmanager/environment",
                "{'jvm':{'version':'OpenJDK 64-Bit Server VM - Debian - 17/17.0.18+8'},"
                        + "'classpath':['/lib/flink-dist-2.3.0.jar']}");
        flink.answers.put(
                "/jobmanager/config",
                "[{'key':'execution.checkpointing.dir','value':'s3://bucket/checkpoints'},"
                        + "{'key':'execution.checkpointing.savepoint-dir','value':'s3://bucket/savepoints'},"
                        + "{'key':'rest.bind-address','value':'127.0.0.1'},{'key':'parallelism.default','value':'2'}]");
        String memory = "'memoryConfiguration':{'taskHeap':1073741824,'managedMemory':536870912}";
        flink.answers.put(
                "/taskmanagers",
                "{'taskmanagers':[{'id':'tm-1','slotsNumber':2,%1$s},{'id':'tm-2','slotsNumber':2,%1$s}]}"
                        .formatted(memory));
        flink.server.createContext("/", exchange -> {
            String answer = flink.answers.get(exchange.getRequestURI().getPath());
            byte[] bytes = (answer == null ? "{'errors':['Not found']}" : answer)
                    .replace('\'', '"')
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer == null ? 404 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        flink.server.start();
        return flink;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Has it say something else in one of its answers. */
    FakeFlink saying(String path, String text, String another) {
        String before = answers.get(path);
        answers.put(path, before.replace(text, another));
        if (answers.get(path).equals(before)) {
            throw new IllegalArgumentException(path + " does not say " + text);
        }
        return this;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
