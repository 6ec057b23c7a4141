package io.xunjian.bench.peers.kafkastreams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/** What is on the topics: a JSON object each. */
final class Json {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
            .build();

    private Json() {}

    static <T> Deserializer<T> reading(Class<T> type) {
        ObjectReader reader = JSON.readerFor(type);
        return (topic, bytes) -> {
            try {
                return reader.readValue(bytes);
            } catch (IOException e) {
                throw new SerializationException("No " + type.getSimpleName() + " on " + topic, e);
            }
        };
    }

    static <T> Serializer<T> writing(Class<T> type) {
        ObjectWriter writer = JSON.writerFor(type);
        return (topic, value) -> {
            try {
                return writer.writeValueAsBytes(value);
            } catch (JsonProcessingException e) {
                throw new SerializationException("Cannot be written to " + topic + ": " + value, e);
            }
        };
    }
}
