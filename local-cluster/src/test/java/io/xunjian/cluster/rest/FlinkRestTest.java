package io.xunjian.cluster.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlinkRestTest {

    /** Nothing listens there. */
    private static final String DEAD = "http://127.0.0.1:1";

    private final AtomicReference<String> received = new AtomicReference<>();
    private HttpServer server;
    private int code = 200;
    private String answer = "{}";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            received.set(exchange.getRequestMethod()
                    + ' '
                    + exchange.getRequestURI()
                    + '\n'
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(code, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void anAddressWhereNothingAnswersIsPassedOver() throws IOException {
        answer = "{\"jobs\":[]}";
        assertThat(FlinkRest.at(DEAD + ", " + address() + "/").get("/jobs").has("jobs"))
                .isTrue();
        assertThat(received.get()).startsWith("GET /jobs\n");
    }

    @Test
    void whereNoneAnswersTheUserIsToldWhatToDo() {
        assertThatThrownBy(() -> FlinkRest.at(DEAD).get("/jobs"))
                .isInstanceOf(ClusterSilent.class)
                .hasMessage(
                        "No Flink cluster answers at http://127.0.0.1:1. Start one (./xunjian cluster start), or set"
                                + " --cluster to where it is.");
        assertThatThrownBy(() -> FlinkRest.at("not an address").get("/jobs")).isInstanceOf(ClusterSilent.class);
    }

    @Test
    void ofAStackTraceTheInnermostCauseIsTold() {
        code = 500;
        answer = "{\"errors\":[\"Internal server error.\",\"<Exception on server side:\\nA: outer\\n\\tat x(Y)\\n"
                + "Caused by: B: --rules: there is no folder r\\n\\tat z(Y)\\nEnd of exception on server side>\"]}";
        assertThatThrownBy(() -> FlinkRest.at(address()).get("/jobs"))
                .isInstanceOf(RestRefused.class)
                .hasMessage("Flink answers 500: B: --rules: there is no folder r");
    }

    @Test
    void whatIsNoStackTraceIsToldAsItIs() {
        code = 404;
        answer = "{\"errors\":[\"Job not found\"]}";
        assertThatThrownBy(() -> FlinkRest.at(address()).get("/jobs")).hasMessage("Flink answers 404: Job not found");
        answer = "no JSON";
        assertThatThrownBy(() -> FlinkRest.at(address()).get("/jobs")).hasMessage("Flink answers 404: no JSON");
    }

    @Test
    void aJarIsUploadedAsAFormHasIt(@TempDir Path folder) throws IOException {
        Path jar = Files.writeString(folder.resolve("jobs.jar"), "bytes");
        answer = "{\"filename\":\"/jars/upload/1_jobs.jar\"}";
        assertThat(new FlinkJobs(FlinkRest.at(address())).upload(jar)).isEqualTo("1_jobs.jar");
        assertThat(received.get())
                .startsWith("POST /jars/upload\n")
                .contains(
                        "name=\"jarfile\"; filename=\"jobs.jar\"\r\nContent-Type: application/x-java-archive\r\n\r\nbytes");
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }
}
