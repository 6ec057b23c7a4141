package io.xunjian.console.access;

import com.fasterxml.jackson.databind.JsonNode;
import io.xunjian.console.web.Json;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Asks the server as our page does: with the cookie that it was given and the token of its session. */
public final class Visitor {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final URI base;
    private final Map<String, String> headers = new LinkedHashMap<>();

    public Visitor(InetSocketAddress address) {
        this.base = URI.create("http://127.0.0.1:" + address.getPort());
    }

    /** Signs in; the cookie and the token are sent from then on. */
    public Answer signIn(String name, String password) throws IOException, InterruptedException {
        Answer answer = post("/api/session", Json.write(Map.of("name", name, "password", password)));
        take(answer);
        return answer;
    }

    void take(Answer answer) {
        answer.cookie().ifPresent(cookie -> headers.put("Cookie", cookie));
        if (answer.json().has("csrf")) {
            headers.put("X-CSRF-Token", answer.json().get("csrf").asText());
        }
    }

    /** Sends this header from now on; not any more where null. */
    public Visitor with(String header, String value) {
        if (value == null) {
            headers.remove(header);
        } else {
            headers.put(header, value);
        }
        return this;
    }

    /** What it sends under this name; null where nothing. */
    public String header(String name) {
        return headers.get(name);
    }

    public Answer get(String path) throws IOException, InterruptedException {
        return send("GET", path, null);
    }

    public Answer post(String path, String json) throws IOException, InterruptedException {
        return send("POST", path, json);
    }

    /** Sends any request. */
    public Answer send(String method, String path, String json) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::setHeader);
        return new Answer(CLIENT.send(request.build(), BodyHandlers.ofString()));
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        /** Missing where it is none. */
        public JsonNode json() {
            try {
                return Json.MAPPER.readTree(response.body());
            } catch (IOException e) {
                return Json.MAPPER.missingNode();
            }
        }

        /** The code of an error. */
        public String error() {
            return json().path("error").asText();
        }

        Optional<String> cookie() {
            return response.headers().firstValue("Set-Cookie").map(cookie -> cookie.split(";", 2)[0]);
        }
    }
}
