package io.xunjian.cluster;

import io.xunjian.cluster.traffic.MarketPosition;
import io.xunjian.cluster.traffic.TrafficProducer;
import io.xunjian.jobs.WatchSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;

/**
 * The whole of it on this machine: a broker in a process of its own, Flink with its web page, the live job, a marketplace's
 * traffic, and each alert as a line. A second run goes on where the first one stopped.
 */
public final class Demo {

    /** So much of the traffic is sent at once, that the first alerts need not be waited for. */
    private static final Duration HEAD_START = Duration.ofHours(36);

    /** More than the traffic's own, which is 30 s. */
    private static final Duration DISORDER = Duration.ofMinutes(1);

    private final DemoSettings settings;
    private final PrintStream out;

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
        try (Parts parts = new Parts(out)) {
            new Demo(settings, out).run(parts);
        }
    }

    private void run(Parts parts) throws Exception {
        new LoopbackPort(settings.screen().flinkPort(), "Flink", "--flink-port").requireFree();
        new LoopbackPort(settings.kafkaPort(), "Kafka", "--kafka-port").requireFree();
        if (settings.isFresh()) {
            forget(settings.folder());
        }
        Files.createDirectories(settings.folder());
        say("Starting Kafka …", "正在启动 Kafka …");
        Broker broker = parts.keep(
                Broker.start(new BrokerSettings(settings.kafka(), settings.kafkaPort(), settings.controllerPort())));
        Topics.create(broker.bootstrap());
        say("Starting Flink …", "正在启动 Flink …");
        WatchSettings watch =
                WatchSettings.from(new String[] {"--bootstrap", broker.bootstrap(), "--disorder", DISORDER.toString()});
        LocalWatch job = LocalWatch.start(watch, settings.flink(), settings.screen(), parts, out);
        TrafficProducer traffic = parts.keep(traffic(broker));
        greet(broker, job);
        parts.awaitEnd(() -> {
            job.check();
            check(broker, traffic);
        });
    }

    private TrafficProducer traffic(Broker broker) throws IOException {
        MarketPosition opening = MarketPosition.before(settings.seed(), DemoSettings.OPENING, DemoSettings.SHOPS);
        MarketPosition from = MarketPosition.read(settings.traffic(), opening);
        Duration headStart = from.equals(opening) ? HEAD_START : Duration.ZERO;
        return TrafficProducer.start(broker.bootstrap(), from, settings.traffic(), headStart, settings.speed());
    }

    private void greet(Broker broker, LocalWatch job) throws Exception {
        String speed = String.valueOf(Math.round(settings.speed()));
        out.println();
        out.println("  Flink    " + job.address());
        say(
                "  Kafka    " + broker.bootstrap() + "   topics: alerts, late-events, dead-letters and six of events",
                "  Kafka    " + broker.bootstrap() + "   主题：alerts、late-events、dead-letters 及六个事件主题");
        say("  Data     " + settings.folder(), "  数据     " + settings.folder());
        out.println();
        say(
                "A simulated marketplace runs at " + speed + " times real time, nights included. Each alert is a line;"
                        + " Ctrl-C ends everything.",
                "模拟集市以 " + speed + " 倍速运行（夜间订单少）。每条预警占一行；按 Ctrl-C 全部停止。");
        out.println();
    }

    private static void check(Broker broker, TrafficProducer traffic) {
        if (!broker.isAlive()) {
            throw new CannotStart("Kafka ended by itself; see " + broker.logFile());
        }
        if (!traffic.isRunning()) {
            throw new CannotStart("The traffic stopped: " + traffic.failure());
        }
    }

    private void say(String english, String chinese) {
        out.println(settings.screen().language().of(english, chinese));
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
