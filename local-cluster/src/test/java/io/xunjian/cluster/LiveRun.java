package io.xunjian.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A broker with all topics, the live job as a process of its own, and what it wrote. */
final class LiveRun implements AutoCloseable {

    private final Broker broker;
    private final Path flink;

    private LiveRun(Broker broker, Path flink) {
        this.broker = broker;
        this.flink = flink;
    }

    /** Starts the broker; keeps everything in the folder. */
    static LiveRun in(Path folder) throws Exception {
        Broker broker = Broker.start(FreePorts.brokerOn(folder.resolve("kafka")));
        Topics.create(broker.bootstrap());
        return new LiveRun(broker, Files.createDirectories(folder.resolve("flink")));
    }

    String bootstrap() {
        return broker.bootstrap();
    }

    TopicReader topics() {
        return new TopicReader(bootstrap());
    }

    /** Starts the job, from where an earlier one got to. */
    WatchProcess watch(String... settings) throws IOException {
        List<String> all = new ArrayList<>(List.of("--bootstrap", bootstrap(), "--checkpoint-interval", "PT0.5S"));
        all.addAll(List.of(settings));
        return WatchProcess.start(flink, all.toArray(String[]::new));
    }

    String log() throws IOException {
        return Files.readString(flink.resolve("watch.log"));
    }

    @Override
    public void close() {
        broker.close();
    }
}
