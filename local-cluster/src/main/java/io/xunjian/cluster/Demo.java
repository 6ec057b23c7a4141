package io.xunjian.cluster;

import io.xunjian.cluster.traffic.MarketPosition;
import io.xunjian.cluster.traffic.TrafficProducer;
import io.xunjian.jobs.WatchJob;
import io.xunjian.jobs.WatchSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;

/**
 * The whole of it on this machine: a broker in a process of its own, Flink with its web page, the live job, a marketplace's
 * traffic, and each alert as a line. A second run goes on where the first one stopped.
 */
public final class Demo implements AutoCloseable {

    /** Two partitions of every topic are read and judged side by side. */
    private static final int SLOTS = 2;

    /** So much of the traffic is sent at once, that the first alerts need not be waited for. */
    private static final Duration HEAD_START = Duration.ofHours(36);

    private static final long WATCH_EVERY_MS = 500;

    private final DemoSettings settings;
    private final PrintStream out;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    private Demo(DemoSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    /**
     * Runs until the process is asked to end, then ends everything that it started.
     *
     * @throws CannotStart if a port is taken, or something ended by itself
     */
    public static void run(DemoSettings settings, PrintStream out) throws Exception {
        Demo demo = new Demo(settings, out);
        Thread closing = new Thread(demo::close, "demo-end");
        Runtime.getRuntime().addShutdownHook(closing);
        try {
            demo.start();
        } finally {
            demo.close();
        }
    }

    private void start() throws Exception {
        new LoopbackPort(settings.flinkPort(), "Flink", "--flink-port").requireFree();
        new LoopbackPort(settings.kafkaPort(), "Kafka", "--kafka-port").requireFree();
        if (settings.isFresh()) {
            forget(settings.folder());
        }
        Files.createDirectories(settings.folder());
        say("Starting Kafka …", "正在启动 Kafka …");
        Broker broker = keep(
                Broker.start(new BrokerSettings(settings.kafka(), settings.kafkaPort(), settings.controllerPort())));
        Topics.create(broker.bootstrap());
        say("Starting Flink …", "正在启动 Flink …");
        LocalFlink flink = keep(LocalFlink.start(settings.flinkPort(), SLOTS, settings.flink()));
        JobID job = flink.run(WatchJob.graph(watch(broker), flink.forJobs()), "watch");
        keep(() -> flink.stop(job));
        keep(AlertScreen.open(
                broker.bootstrap(), new AlertLine(settings.language(), settings.isTerminal()), out));
        TrafficProducer traffic = keep(traffic(broker));
        greet(broker, flink);
        watch(broker, flink, job, traffic);
    }

    private WatchSettings watch(Broker broker) throws Exception {
        return WatchSettings.from(new String[] {"--bootstrap", broker.bootstrap(), "--disorder", "PT1M"});
    }

    private TrafficProducer traffic(Broker broker) throws IOException {
        MarketPosition opening = MarketPosition.before(settings.seed(), DemoSettings.OPENING, DemoSettings.SHOPS);
        MarketPosition from = MarketPosition.read(settings.traffic(), opening);
        Duration headStart = from.equals(opening) ? HEAD_START : Duration.ZERO;
        return TrafficProducer.start(broker.bootstrap(), from, settings.traffic(), headStart, settings.speed());
    }

    private void greet(Broker broker, LocalFlink flink) throws Exception {
        out.println();
        say("  Flink    " + flink.address(), "  Flink    " + flink.address());
        say(
                "  Kafka    " + broker.bootstrap() + "   topics: alerts, late-events, dead-letters and six of events",
                "  Kafka    " + broker.bootstrap() + "   主题：alerts、late-events、dead-letters 及六个事件主题");
        say("  Data     " + settings.folder().toAbsolutePath(), "  数据     " + settings.folder().toAbsolutePath());
        out.println();
        say(
                "A simulated marketplace runs at " + Math.round(settings.speed())
                        + " times real time. Each alert is a line; Ctrl-C ends everything.",
                "模拟集市以 " + Math.round(settings.speed()) + " 倍速运行。每条预警占一行；按 Ctrl-C 全部停止。");
        out.println();
    }

    /** Waits, and looks whether all that was started still runs. */
    private void watch(Broker broker, LocalFlink flink, JobID job, TrafficProducer traffic) throws Exception {
        while (!ended.await(WATCH_EVERY_MS, TimeUnit.MILLISECONDS)) {
            if (!broker.isAlive()) {
                throw new CannotStart("Kafka ended by itself; see " + broker.logFile());
            }
            JobStatus status = flink.status(job);
            if (status.isGloballyTerminalState()) {
                throw new CannotStart("The job has " + status + "; see " + settings.folder().resolve("flink.log"));
            }
            if (!traffic.isRunning()) {
                throw new CannotStart("The traffic stopped: " + traffic.failure());
            }
        }
    }

    private <T extends AutoCloseable> T keep(T part) {
        synchronized (started) {
            started.push(part);
        }
        return part;
    }

    private void say(String english, String chinese) {
        out.println(settings.language().of(english, chinese));
    }

    /** Ends what was started, the last first. May be called twice, and by two threads. */
    @Override
    public void close() {
        ended.countDown();
        synchronized (started) {
            while (!started.isEmpty()) {
                close(started.pop());
            }
        }
    }

    private void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) { // the others must end all the same
            out.println("xunjian: " + part.getClass().getSimpleName() + " did not end in order: " + e.getMessage());
        }
    }

    private static void forget(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
