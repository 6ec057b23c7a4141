package io.xunjian.cluster.supervised;

import io.xunjian.cluster.ArgumentFile;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Of this process's class path, what Flink's distribution has. Nothing of what a job brings may be among it: Flink takes its
 * own packages, the Kafka connector's too, from its own class path first.
 */
final class FlinkClassPath {

    private static final List<String> BROUGHT_BY_JOBS = List.of("flink-connector-kafka", "flink-test-utils");

    private static final List<String> FLINK = List.of(
            "flink-",
            "async-profiler-",
            "commons-",
            "frocksdbjni-",
            "hash4j-",
            "javassist-",
            "jsr305-",
            "kryo-",
            "log4j-",
            "lz4-java-",
            "minlog-",
            "objenesis-",
            "reflectasm-",
            "slf4j-api-",
            "snakeyaml-engine-",
            "snappy-java-");

    private FlinkClassPath() {}

    /** With the place of {@link PartMain}, whose module no job brings. */
    static List<Path> ofThisProcess() {
        List<Path> classPath = new ArrayList<>(ArgumentFile.ownClassPath().stream()
                .filter(FlinkClassPath::isFlink)
                .toList());
        classPath.add(ownPlace());
        return classPath;
    }

    private static boolean isFlink(Path entry) {
        String name = entry.getFileName().toString();
        return FLINK.stream().anyMatch(name::startsWith)
                && BROUGHT_BY_JOBS.stream().noneMatch(name::startsWith);
    }

    private static Path ownPlace() {
        try {
            return Path.of(PartMain.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
