package io.xunjian.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/**
 * The broker's process. It runs in the broker's folder and ends with the process whose id it is given, even where that is
 * killed.
 */
public final class BrokerMain {

    private BrokerMain() {}

    /** Takes the id of the process to end with. */
    public static void main(String[] args) {
        EndWithParent.watch(Long.parseLong(args[0]));
        if (!Files.exists(Path.of(BrokerFolder.TOPICS, "meta.properties"))) {
            format();
        }
        Kafka.main(new String[] {BrokerFolder.PROPERTIES});
    }

    private static void format() {
        String[] command = {
            "format",
            "--config",
            BrokerFolder.PROPERTIES,
            "--cluster-id",
            Uuid.randomUuid().toString()
        };
        int code = StorageTool.execute(command, System.out);
        if (code != 0) {
            System.exit(code);
        }
    }
}
