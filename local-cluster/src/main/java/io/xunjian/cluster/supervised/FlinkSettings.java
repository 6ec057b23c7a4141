package io.xunjian.cluster.supervised;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.configuration.Configuration;

/** Flink's own settings, the same for all of its processes; written at every start. */
final class FlinkSettings {

    private static final String HOST = "127.0.0.1";

    private final ClusterFolder folder;
    private final ClusterSettings settings;

    FlinkSettings(ClusterFolder folder, ClusterSettings settings) {
        this.folder = folder;
        this.settings = settings;
    }

    /** Writes {@code config.yaml}. */
    void write() throws IOException {
        StringBuilder text = new StringBuilder("# Written at every start.\n");
        all().forEach((name, value) ->
                text.append(name).append(": '").append(value.replace("'", "''")).append("'\n"));
        Files.writeString(folder.conf().resolve("config.yaml"), text);
    }

    Configuration configuration() {
        return Configuration.fromMap(all());
    }

    private Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("jobmanager.rpc.address", HOST);
        all.put("jobmanager.bind-host", HOST);
        all.put("jobmanager.memory.process.size", settings.memory(ClusterSettings.JOBMANAGER_MEMORY) + "m");
        all.put("taskmanager.host", HOST);
        all.put("taskmanager.bind-host", HOST);
        all.put("taskmanager.memory.process.size", settings.memory(ClusterSettings.TASKMANAGER_MEMORY) + "m");
        // of what judges keep in memory the heap has the larger part
        all.put("taskmanager.memory.managed.fraction", "0.3");
        all.put("taskmanager.numberOfTaskSlots", String.valueOf(settings.count(ClusterSettings.SLOTS)));
        all.put("taskmanager.load-balance.mode", "SLOTS");
        // a backtest has many streams between its tasks: with the default of 512 a small TaskManager has not enough
        all.put("taskmanager.network.sort-shuffle.min-buffers", "128");
        all.put("parallelism.default", String.valueOf(settings.count(ClusterSettings.PARALLELISM)));
        all.put("rest.address", HOST);
        all.put("rest.bind-address", HOST);
        all.put("web.refresh-interval", "500 ms");
        all.put("web.upload.dir", folder.jars().toString());
        all.put("execution.checkpointing.dir", folder.checkpoints().toUri().toString());
        all.put(
                "execution.checkpointing.savepoint-dir",
                folder.savepoints().toUri().toString());
        // of a job's own settings Flink takes no notice of this one
        all.put("execution.checkpointing.num-retained", "5");
        // a process that dies is noticed within ten seconds
        all.put("heartbeat.interval", "2 s");
        all.put("heartbeat.timeout", "10 s");
        settings.metricsPort(0)
                .ifPresent(port -> all.put(
                        "metrics.reporter.prometheus.factory.class", LoopbackPrometheus.Factory.class.getName()));
        if (settings.isHa()) {
            all.put("high-availability.type", "zookeeper");
            all.put("high-availability.zookeeper.quorum", settings.zookeeper());
            all.put("high-availability.zookeeper.client.session-timeout", "6 s");
            all.put("high-availability.storageDir", folder.takeover().toUri().toString());
            all.put("high-availability.cluster-id", "/xunjian");
        }
        return all;
    }
}
