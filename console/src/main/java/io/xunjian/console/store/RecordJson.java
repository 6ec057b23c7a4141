package io.xunjian.console.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

/** Reads what only the record of an alert has. Records in the database were checked when they arrived. */
public final class RecordJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private RecordJson() {}

    /** The record as a tree. */
    public static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A record in the database is not JSON", e);
        }
    }

    /** The record as the tables have it. */
    public static String text(byte[] stored) {
        return new String(stored, StandardCharsets.UTF_8);
    }

    static Set<String> keys(String json) {
        Set<String> keys = new LinkedHashSet<>();
        tree(json).path("keys").forEach(key -> keys.add(key.asText()));
        return keys;
    }
}
