package io.xunjian.cluster.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Flink answers, and does not do what was asked. */
public final class RestRefused extends IOException {

    private static final long serialVersionUID = 1L;
    private static final ObjectMapper JSON = new ObjectMapper();

    private RestRefused(String message) {
        super(message);
    }

    /** @param body {@code {"errors": […]}}, where a stack trace of the cluster's may stand */
    static RestRefused of(int code, byte[] body) {
        StringBuilder errors = new StringBuilder();
        try {
            for (JsonNode error : JSON.readTree(body).path("errors")) {
                errors.append(error.asText()).append('\n');
            }
        } catch (IOException e) {
            errors.append(new String(body, StandardCharsets.UTF_8));
        }
        return new RestRefused("Flink answers " + code + ": " + RootCause.of(errors.toString()));
    }
}
