package io.xunjian.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunjian.connectors.kafka.KafkaRules;
import io.xunjian.jobs.BacktestJob;
import io.xunjian.jobs.BacktestSettings;
import io.xunjian.jobs.Publication;
import io.xunjian.rules.Instants;
import io.xunjian.rules.book.BookRejected;
import io.xunjian.rules.files.OutFolder;
import io.xunjian.rules.testing.Books;
import io.xunjian.rules.testing.Cases;
import io.xunjian.rules.testing.NetAlert;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule files that are published while the job runs: taken or refused, through a kill, and the same in a replay. */
class LiveRulesIT {

    /** In the middle of the history. */
    private static final Instant EFFECTIVE = Instant.parse("2022-08-10T00:00:00Z");

    @TempDir
    private Path folder;

    private LiveRun live;

    @BeforeEach
    void start() throws Exception {
        live = LiveRun.in(folder);
    }

    @AfterEach
    void end() {
        live.close();
    }

    @Test
    void aVersionThatIsPublishedLiveFindsWhatAReplayWithItFinds() throws Exception {
        Cases.Case mixed = Cases.named("mixed-2");
        History history = History.of(mixed.events(), 17);
        Path file = Files.writeString(
                Files.createDirectories(folder.resolve("rules")).resolve("late.yaml"),
                Books.builtInFileWith(
                        "LATE_SHIPMENT",
                        Books.version(
                                2, "active", EFFECTIVE.toString(), "defaultShipWindow: PT24H, maxJudgements: 2")));
        List<NetAlert> expected = replay(
                "files",
                "--events",
                mixed.events().toString(),
                "--rules",
                file.getParent().toString());
        assertThat(expected).anyMatch(alert -> alert.ruleVersion() == 2).isNotEqualTo(mixed.expected());
        try (WatchProcess watch = watch()) {
            history.send(live.bootstrap(), 0, 0.3);
            live.topics().alerts(watch, alerts -> alerts.size() > 20);
            refusedOnes();
            Publication publication = publication(file, EFFECTIVE.minus(Duration.ofDays(1)));
            assertThat(publication.publish()).isTrue();
            assertThat(publication.isTakenWithin(Duration.ofSeconds(30))).isTrue();
            assertThat(publication.publish()).as("again").isFalse();
            history.send(live.bootstrap(), 0.3, 0.6);
            live.topics().alerts(watch, alerts -> alerts.size() > 50);
            watch.kill();
        }
        history.send(live.bootstrap(), 0.6, 1);
        List<NetAlert> seen;
        try (WatchProcess watch = watch()) {
            seen = live.topics().alerts(watch, alerts -> net(alerts, history).equals(expected));
        }
        assertThat(net(seen, history)).isEqualTo(expected);
        assertThat(live.topics().values(Topics.DEAD_LETTERS))
                .filteredOn(letter -> letter.contains("RULE_REFUSED"))
                .anyMatch(letter -> letter.contains("is not YAML"))
                .anyMatch(letter -> letter.contains("changes or leaves out version 1"));
        assertThat(replay("kafka", "--kafka", live.bootstrap(), "--until", Long.toString(history.horizon())))
                .as("a replay of the topics, which knows of no file")
                .isEqualTo(expected);
    }

    /** By whoever does not ask first. */
    private void refusedOnes() {
        Properties client = new Properties();
        client.setProperty("bootstrap.servers", live.bootstrap());
        KafkaRules.publish(client, Topics.RULES, "LATE_SHIPMENT", "rule: [", 1);
        String changed = Books.builtInFileWith("LATE_SHIPMENT", "").replace("maxJudgements: 3", "maxJudgements: 1");
        KafkaRules.publish(
                client,
                Topics.RULES,
                "LATE_SHIPMENT",
                changed,
                EFFECTIVE.minus(Duration.ofDays(2)).toEpochMilli());
    }

    @Test
    void whatJobsWouldRefuseIsNotPublished() throws Exception {
        Path file = Files.writeString(
                folder.resolve("late.yaml"),
                Books.builtInFileWith("LATE_SHIPMENT", Books.version(2, "active", EFFECTIVE.toString(), "")));
        Callable<Boolean> tooLate = publication(file, EFFECTIVE)::publish;
        assertThatThrownBy(tooLate::call)
                .isInstanceOf(BookRejected.class)
                .hasMessageContaining("it may at "
                        + Instants.readable(EFFECTIVE.plusSeconds(3600).toEpochMilli()));
        assertThat(live.topics().count(Topics.RULES)).isZero();
    }

    private Publication publication(Path file, Instant at) throws Exception {
        String[] arguments = {"--file", file.toString(), "--bootstrap", live.bootstrap(), "--at", at.toString()};
        return Publication.from(arguments, 0);
    }

    private WatchProcess watch() throws Exception {
        return live.watch("--disorder", Duration.ofMillis(History.DISORDER_MS).toString());
    }

    private List<NetAlert> replay(String name, String... input) throws Exception {
        Path out = folder.resolve(name);
        String[] arguments = new String[2 + input.length];
        arguments[0] = "--out";
        arguments[1] = out.toString();
        System.arraycopy(input, 0, arguments, 2, input.length);
        BacktestJob.run(BacktestSettings.from(arguments), records -> {});
        return NetAlert.read(out.resolve(OutFolder.ALERTS));
    }

    private static List<NetAlert> net(List<NetAlert> alerts, History history) {
        return NetAlert.net(alerts).stream()
                .filter(alert -> alert.raisedAt() <= history.horizon())
                .toList();
    }
}
