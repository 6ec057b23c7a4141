package io.xunjian.cluster;

import io.xunjian.cluster.traffic.MarketPosition;
import io.xunjian.cluster.traffic.TrafficProducer;
import io.xunjian.console.ConsoleSettings;
import io.xunjian.console.SettingsRejected;
import io.xunjian.jobs.WatchSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;

/**
 * The whole of it on this machine: the alert desk, a broker in a process of its own, Flink with its web page, the live job, a
 * marketplace's traffic, and each alert as a line. A second run goes on where the first one stopped.
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
        new LoopbackPort(settings.consolePort(), "console", "--console-port").requireFree();
        new LoopbackPort(settings.screen().flinkPort(), "Flink", "--flink-port").requireFree();
        new LoopbackPort(settings.kafkaPort(), "Kafka", "--kafka-port").requireFree();
        if (settings.isFresh()) {
            Folders.delete(settings.folder());
        }
        Files.createDirectories(settings.console());
        LocalConsole console = LocalConsole.start(console());
        parts.keep(console::close);
        invite(console);
        say("Starting Kafka …", "正在启动 Kafka …");
        Broker broker =
                Broker.start(new BrokerSettings(settings.kafka(), settings.kafkaPort(), settings.controllerPort()));
        parts.keep(broker::close);
        Topics.create(broker.bootstrap());
        say("Starting Flink …", "正在启动 Flink …");
        WatchSettings watch =
                WatchSettings.from(new String[] {"--bootstrap", broker.bootstrap(), "--disorder", DISORDER.toString()});
        LocalWatch job = LocalWatch.start(watch, settings.flink(), settings.screen(), parts, out);
        TrafficProducer traffic = traffic(broker);
        parts.keep(traffic::close);
        greet(broker, job);
        parts.awaitEnd(() -> {
            job.check();
            check(broker, traffic);
        });
    }

    private ConsoleSettings console() throws SettingsRejected {
        return ConsoleSettings.from(new String[] {
            "--bootstrap", BrokerSettings.HOST + ':' + settings.kafkaPort(),
            "--port", String.valueOf(settings.consolePort()),
            "--db", "jdbc:h2:file:" + settings.console().resolve("alerts"),
            "--flink", "http://127.0.0.1:" + settings.screen().flinkPort()
        });
    }

    /** First of all, for it takes a while until there is more to see. */
    private void invite(LocalConsole console) throws IOException {
        String password = console.passwordKeptIn(settings.console().resolve("admin-password"));
        out.println();
        say("  Console  " + console.address(), "  控制台   " + console.address());
        say(
                "           sign in as admin, password " + password + " unless you set another",
                "           用户名 admin，密码 " + password + "（如未修改）");
        out.println();
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
                "  Kafka    " + broker.bootstrap()
                        + "   topics: alerts, decisions, late-events, dead-letters, rules and six of events",
                "  Kafka    " + broker.bootstrap() + "   主题：alerts、decisions、late-events、dead-letters、rules 及六个事件主题");
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
}
