package io.xunjian.cluster.supervised;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * What a supervisor tells of its cluster.
 *
 * @param kafka where clients find it
 * @param flink where the web page is
 */
public record ClusterStatus(String kafka, String flink, List<PartStatus> parts) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Whether every part answers. */
    @JsonIgnore
    public boolean isUp() {
        return parts.stream().allMatch(part -> part.health() == Health.UP);
    }

    /** What is written is whole at any time. */
    void write(Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.write(part, JSON.writeValueAsBytes(this));
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    static Optional<ClusterStatus> read(Path file) throws IOException {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(file), ClusterStatus.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
