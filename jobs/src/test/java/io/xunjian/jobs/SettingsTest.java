package io.xunjian.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.xunjian.connectors.kafka.Delivery;
import io.xunjian.rules.Instants;
import io.xunjian.rules.testing.Cases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings have the defaults that the help names, take every option, and tell all their faults at once. */
class SettingsTest {

    @TempDir
    private Path folder;

    @Test
    void aBootstrapIsAllThatWatchingNeeds() throws SettingsRejected {
        WatchSettings settings = watch("--bootstrap", "kafka:9092");
        assertThat(settings.client()).containsOnly(Map.entry("bootstrap.servers", "kafka:9092"));
        assertThat(settings.group()).isEqualTo("xunjian-watch");
        assertThat(settings.topicPrefix()).isEmpty();
        assertThat(settings.delivery()).isEqualTo(Delivery.AT_LEAST_ONCE);
        assertThat(settings.disorder()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.allowedLateness()).isEqualTo(Duration.ofHours(24));
        assertThat(settings.futureBound()).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.checkpointInterval()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.book()).isNotNull();
    }

    @Test
    void everyOptionOfWatchingIsTaken() throws IOException, SettingsRejected {
        Path properties = folder.resolve("kafka.properties");
        Files.writeString(properties, "security.protocol=SSL\n");
        WatchSettings settings = watch(
                "--bootstrap",
                "kafka:9092",
                "--kafka-properties",
                properties.toString(),
                "--group",
                "risk",
                "--topic-prefix",
                "test-",
                "--delivery",
                "exactly-once",
                "--disorder",
                "PT1M",
                "--allowed-lateness",
                "P2D",
                "--future-bound",
                "PT0S",
                "--checkpoint-interval",
                "PT1S");
        assertThat(settings.client()).containsEntry("security.protocol", "SSL");
        assertThat(settings.group()).isEqualTo("risk");
        assertThat(settings.topicPrefix()).isEqualTo("test-");
        assertThat(settings.delivery()).isEqualTo(Delivery.EXACTLY_ONCE);
        assertThat(settings.disorder()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.allowedLateness()).isEqualTo(Duration.ofDays(2));
        assertThat(settings.futureBound()).isZero();
        assertThat(settings.checkpointInterval()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void allFaultsOfWatchingAreToldAtOnce() {
        assertThat(faults("--disorder", "5s", "--delivery", "twice", "--topics", "x", "y", "--rules", "/no/such"))
                .containsExactlyInAnyOrder(
                        "'y' has no name: arguments are --name value",
                        "--bootstrap is missing",
                        "/no/such: is not a folder; --rules names a folder of rule files (.yaml)",
                        "--delivery is 'twice', expected one of at-least-once, exactly-once",
                        "--disorder is '5s', expected a duration like PT5S or P1D",
                        "--topics is not known; see --help");
    }

    @Test
    void durationsThatAreNoMillisecondsAreToldWithAllOtherFaults() {
        assertThat(faults("--disorder", "P999999999999D", "--allowed-lateness", "P9999999D", "--delivery", "twice"))
                .containsExactlyInAnyOrder(
                        "--bootstrap is missing",
                        "--delivery is 'twice', expected one of at-least-once, exactly-once",
                        "--disorder is 'P999999999999D', expected at most P3660D",
                        "--allowed-lateness is 'P9999999D', expected at most P3660D");
    }

    @Test
    void whatIsRefusedShowsNoStackTrace() {
        assertThatExceptionOfType(SettingsRejected.class)
                .isThrownBy(() -> watch())
                .satisfies(rejected -> assertThat(rejected.getStackTrace()).isEmpty());
    }

    @Test
    void aBacktestTakesItsHorizonAsNumberOrAsText() throws SettingsRejected {
        assertThat(backtest().until()).isEqualTo(Instants.NEVER);
        assertThat(backtest().mode()).isEqualTo(RuntimeExecutionMode.BATCH);
        assertThat(backtest("--until", "1659319200000").until()).isEqualTo(1_659_319_200_000L);
        assertThat(backtest("--until", "2022-08-01T10:00:00+08:00").until()).isEqualTo(1_659_319_200_000L);
        assertThat(backtest("--mode", "streaming").mode()).isEqualTo(RuntimeExecutionMode.STREAMING);
    }

    @Test
    void aFolderWithoutEventsIsRefused() {
        assertThatExceptionOfType(SettingsRejected.class)
                .isThrownBy(() -> BacktestSettings.from(
                        new String[] {"--events", folder.toString(), "--out", "out", "--until", "tomorrow"}))
                .satisfies(rejected -> assertThat(rejected.faults())
                        .hasSize(2)
                        .anyMatch(fault -> fault.contains("holds no events"))
                        .anyMatch(fault -> fault.contains("--until is 'tomorrow'")));
    }

    @Test
    void aBrokerThatDoesNotAnswerIsNamed() throws SettingsRejected {
        WatchSettings settings = watch("--bootstrap", "127.0.0.1:9");
        assertThatExceptionOfType(SettingsRejected.class)
                .isThrownBy(() -> new Topics("").check(settings.client()))
                .withMessage("No Kafka broker answers at 127.0.0.1:9. Start one, or set --bootstrap to where it is.");
    }

    @Test
    void aBootstrapThatIsNoAddressIsRefused() throws SettingsRejected {
        WatchSettings settings = watch("--bootstrap", "nonsense");
        assertThatExceptionOfType(SettingsRejected.class)
                .isThrownBy(() -> new Topics("").check(settings.client()))
                .withMessageStartingWith("The Kafka settings cannot be used (--bootstrap nonsense): ");
    }

    private static WatchSettings watch(String... arguments) throws SettingsRejected {
        return WatchSettings.from(arguments);
    }

    private BacktestSettings backtest(String... more) throws SettingsRejected {
        List<String> arguments = new ArrayList<>(
                List.of("--events", Cases.named("mixed-1").events().toString(), "--out", folder.toString()));
        arguments.addAll(List.of(more));
        return BacktestSettings.from(arguments.toArray(String[]::new));
    }

    private static List<String> faults(String... arguments) {
        try {
            watch(arguments);
            return List.of();
        } catch (SettingsRejected e) {
            return e.faults();
        }
    }
}
