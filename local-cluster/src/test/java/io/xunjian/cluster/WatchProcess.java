package io.xunjian.cluster;

import io.xunjian.jobs.LiveStart;
import io.xunjian.jobs.WatchJob;
import io.xunjian.jobs.WatchSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;

/** The live job on a Flink in a process of its own, so that it can be killed like one. */
final class WatchProcess implements AutoCloseable {

    /** Before the address of its Flink, in its log. */
    static final String ADDRESS = "Flink is at ";

    private static final int SLOTS = 2;

    private final Process process;

    private WatchProcess(Process process) {
        this.process = process;
    }

    /** Starts it, or goes on from its newest checkpoint in that folder. */
    static WatchProcess start(Path folder, String... settings) throws IOException {
        return start("warn", folder, settings);
    }

    /** The same, and it logs all that Flink and Kafka have to say. */
    static WatchProcess startTalking(Path folder, String... settings) throws IOException {
        return start("info", folder, settings);
    }

    private static WatchProcess start(String level, Path folder, String... settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx700m",
                "-Dxunjian.test.log=" + level,
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--add-opens=java.base/java.time=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                WatchProcess.class.getName(),
                folder.toString()));
        command.addAll(List.of(settings));
        return new WatchProcess(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("watch.log").toFile()))
                .start());
    }

    public static void main(String[] args) throws Exception {
        String[] settings = new String[args.length - 1];
        System.arraycopy(args, 1, settings, 0, settings.length);
        LocalFlink flink = LocalFlink.start(0, SLOTS, Path.of(args[0]));
        System.out.println(ADDRESS + flink.address());
        WatchSettings watch = WatchSettings.from(settings);
        LiveStart live = new io.xunjian.jobs.Topics(watch.topicPrefix()).check(watch.client(), watch.book());
        Configuration configuration = flink.forJobs();
        configuration.set(PipelineOptions.GLOBAL_JOB_PARAMETERS, WatchJob.parameters(settings)); // as on a cluster
        flink.run(WatchJob.graph(watch, live, configuration), "watch");
        Thread.currentThread().join();
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it as a power cut would. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
