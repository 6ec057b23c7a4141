package io.xunjian.console.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** The process of a {@link TestBroker}; ends with the one whose id it is given. */
final class BrokerMain {

    private BrokerMain() {}

    public static void main(String[] args) {
        var unused = ProcessHandle.of(Long.parseLong(args[0]))
                .orElseThrow()
                .onExit()
                .thenRun(() -> Runtime.getRuntime().halt(3));
        if (!Files.exists(Path.of("topics", "meta.properties"))) {
            String id = Uuid.randomUuid().toString();
            StorageTool.execute(
                    new String[] {"format", "--config", TestBroker.PROPERTIES, "--cluster-id", id}, System.out);
        }
        Kafka.main(new String[] {TestBroker.PROPERTIES});
    }
}
