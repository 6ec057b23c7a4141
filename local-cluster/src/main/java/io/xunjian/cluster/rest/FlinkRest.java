package io.xunjian.cluster.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** A Flink cluster's REST interface, at one or more addresses: one that does not answer is passed over. */
public final class FlinkRest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration PATIENCE_FOR_RUNS = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final List<String> addresses;

    private FlinkRest(List<String> addresses) {
        this.addresses = addresses;
    }

    /** The one at these addresses, comma separated, such as {@code http://127.0.0.1:8081}. */
    public static FlinkRest at(String addresses) {
        return new FlinkRest(Arrays.stream(addresses.split(",", -1))
                .map(address -> address.strip().replaceAll("/+$", ""))
                .toList());
    }

    /** The first address, as people open it. */
    public String address() {
        return addresses.get(0);
    }

    /** What is there. */
    public JsonNode get(String path) throws IOException {
        return send("GET", path, null, BodyPublishers.noBody(), PATIENCE);
    }

    /** Asks for something to be done. */
    public JsonNode post(String path, Object body) throws IOException {
        BodyPublisher json = BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        return send("POST", path, "application/json", json, PATIENCE_FOR_RUNS);
    }

    JsonNode patch(String path) throws IOException {
        return send("PATCH", path, null, BodyPublishers.noBody(), PATIENCE);
    }

    JsonNode delete(String path) throws IOException {
        return send("DELETE", path, null, BodyPublishers.noBody(), PATIENCE);
    }

    JsonNode upload(String path, Path file) throws IOException {
        String boundary = "xunjian-" + Long.toHexString(file.toFile().lastModified());
        BodyPublisher parts = BodyPublishers.concat(
                BodyPublishers.ofString("--%s\r\nContent-Disposition: form-data; name=\"jarfile\"; filename=\"%s\"\r\n"
                                .formatted(boundary, file.getFileName())
                        + "Content-Type: application/x-java-archive\r\n\r\n"),
                BodyPublishers.ofFile(file),
                BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
        return send("POST", path, "multipart/form-data; boundary=" + boundary, parts, PATIENCE_FOR_RUNS);
    }

    private JsonNode send(String method, String path, String type, BodyPublisher body, Duration patience)
            throws IOException {
        IOException failure = null;
        for (String address : addresses) {
            HttpRequest.Builder request = HttpRequest.newBuilder(uri(address + path))
                    .timeout(patience)
                    .method(method, body);
            if (type != null) {
                request.header("Content-Type", type);
            }
            try {
                return answer(http.send(request.build(), BodyHandlers.ofByteArray()));
            } catch (RestRefused e) {
                throw e;
            } catch (IOException e) {
                failure = e;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("Interrupted while asking Flink at " + address);
            }
        }
        throw new ClusterSilent(String.join(", ", addresses), failure);
    }

    /** An address that is none is one where nothing answers. */
    private static URI uri(String address) throws ClusterSilent {
        try {
            return URI.create(address);
        } catch (IllegalArgumentException e) {
            throw new ClusterSilent(address, e);
        }
    }

    private static JsonNode answer(HttpResponse<byte[]> response) throws IOException {
        if (response.statusCode() / 100 != 2) {
            throw RestRefused.of(response.statusCode(), response.body());
        }
        return response.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(response.body());
    }
}
