package io.xunjian.cluster.supervised;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.cluster.CannotStart;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlinkClassPathTest {

    @Test
    void itHasFlinkAndNothingThatAJobBrings() throws IOException {
        List<URL> urls = new ArrayList<>();
        for (Path entry : FlinkClassPath.ofThisProcess()) {
            urls.add(entry.toUri().toURL());
        }
        try (URLClassLoader flink = new URLClassLoader(urls.toArray(URL[]::new), null)) {
            assertThat(List.of(
                            "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
                            "org.apache.flink.runtime.webmonitor.handlers.JarRunHandler",
                            "org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend",
                            "org.apache.flink.connector.file.src.FileSource",
                            CannotStart.class.getName()))
                    .allMatch(name -> has(flink, name));
            assertThat(List.of(
                            "io.xunjian.jobs.WatchJob",
                            "io.xunjian.rules.Rules",
                            "org.apache.flink.connector.kafka.source.KafkaSource",
                            "org.apache.kafka.clients.producer.KafkaProducer"))
                    .noneMatch(name -> has(flink, name));
        }
    }

    private static boolean has(ClassLoader classes, String name) {
        return classes.getResource(name.replace('.', '/') + ".class") != null;
    }
}
