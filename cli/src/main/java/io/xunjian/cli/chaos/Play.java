package io.xunjian.cli.chaos;

import io.xunjian.cluster.Topics;
import io.xunjian.jobs.SettingsRejected;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** Plays one scenario and compares what is left on the topics with the oracle. */
final class Play {

    private static final Map<String, String> COMMON = Map.of("checkpoint-interval", "PT1S");
    private static final long LOOK_EVERY_MS = 500;

    private final Path folder;
    private final Path jar;
    private final boolean isShort;

    /** @param folder of this scenario alone */
    Play(Path folder, Path jar, boolean isShort) {
        this.folder = folder;
        this.jar = jar;
        this.isShort = isShort;
    }

    /** Plays one scenario in one delivery. */
    Score of(Scenario scenario, String delivery, long seed) throws IOException, InterruptedException, SettingsRejected {
        long startedAt = System.nanoTime();
        Load load = scenario.source().load(seed, isShort);
        Oracle oracle = Oracle.of(load, folder);
        Map<String, String> settings = new LinkedHashMap<>(COMMON);
        settings.putAll(scenario.settings());
        settings.put("delivery", delivery);
        try (Stage stage = Stage.in(folder.resolve("cluster"), scenario.isHa())) {
            stage.start();
            keepEveryState(stage.bootstrap());
            Duration length = Duration.ofSeconds(isShort ? 15 : 120);
            try (Feed feed = new Feed(load, stage.bootstrap(), length)) {
                Run run = new Run(stage, feed, new LiveJob(stage, jar, settings), new Random(seed), isShort);
                scenario.script().play(run);
                feed.finish();
                return judge(scenario, delivery, seed, load, oracle, run, startedAt);
            }
        }
    }

    /** A compacted topic would forget what was said twice. */
    private static void keepEveryState(String bootstrap) throws IOException, InterruptedException {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.ALERTS);
        ConfigEntry keep = new ConfigEntry(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.incrementalAlterConfigs(Map.of(topic, List.of(new AlterConfigOp(keep, AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private static Score judge(
            Scenario scenario, String delivery, long seed, Load load, Oracle oracle, Run run, long startedAt)
            throws IOException, InterruptedException {
        String bootstrap = run.stage().bootstrap();
        NetAlerts net = new NetAlerts();
        try (TopicContents alerts = new TopicContents(bootstrap, Topics.ALERTS, net::add);
                TopicContents letters = new TopicContents(bootstrap, Topics.DEAD_LETTERS, value -> {});
                TopicContents late = new TopicContents(bootstrap, Topics.LATE_EVENTS, value -> {})) {
            long giveUpAt = System.nanoTime() + Run.PATIENCE.toNanos();
            alerts.look();
            while (!net.isSameAs(oracle.alerts()) && System.nanoTime() < giveUpAt) {
                Thread.sleep(LOOK_EVERY_MS);
                alerts.look();
            }
            run.job().awaitCheckpoints(2); // whatever else it has to say
            run.lookBack();
            alerts.look();
            letters.look();
            late.look();
            boolean isOnce = delivery.equals(Scenario.AT_LEAST_ONCE) || alerts.repeated() == 0;
            long refused = letters.records() - letters.repeated();
            long expected = oracle.deadLetters() + run.deadLetters();
            if (refused != expected) {
                run.remark("dead letters: " + refused + ", expected " + expected);
            }
            boolean isWell =
                    net.isSameAs(oracle.alerts()) && isOnce && run.remarks().isEmpty();
            return new Score(
                    scenario.name(),
                    delivery,
                    seed,
                    load.records().size(),
                    oracle.alerts().size(),
                    run.faults(),
                    oracle.alerts().notIn(net),
                    net.notIn(oracle.alerts()),
                    alerts.repeated(),
                    refused,
                    late.records(),
                    run.recoveries(),
                    Duration.ofNanos(System.nanoTime() - startedAt).toSeconds(),
                    Stream.concat(run.remarks().stream(), run.notes().stream()).toList(),
                    isWell ? Score.Verdict.PASSED : Score.Verdict.FAILED);
        }
    }
}
