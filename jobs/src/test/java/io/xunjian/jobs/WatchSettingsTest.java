package io.xunjian.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunjian.connectors.kafka.Delivery;
import io.xunjian.connectors.kafka.ExpiredTransactions;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.lateshipment.LateShipment;
import io.xunjian.rules.testing.Books;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The help and what is taken are the same. */
class WatchSettingsTest {

    @TempDir
    private Path temp;

    @Test
    void everyOptionIsTaken() throws Exception {
        List<String> args = everyOption();
        WatchSettings settings = WatchSettings.from(args.toArray(String[]::new));
        assertThat(settings.client()).isEqualTo(Map.of("bootstrap.servers", "b:9092", "security.protocol", "SSL"));
        assertThat(settings.group()).isEqualTo("g");
        assertThat(settings.topicPrefix()).isEqualTo("p.");
        assertThat(settings.delivery()).isEqualTo(Delivery.EXACTLY_ONCE);
        assertThat(settings.expiredTransactions()).isEqualTo(ExpiredTransactions.SKIP);
        assertThat(settings.expectedStreams()).containsExactly(Stream.ORDERS, Stream.CALLS);
        assertThat(settings.stillAfter()).isEqualTo(Duration.ofSeconds(7));
        assertThat(settings.disorder()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.allowedLateness()).isEqualTo(Duration.ofHours(2));
        assertThat(settings.futureBound()).isEqualTo(Duration.ofMinutes(3));
        assertThat(settings.checkpointInterval()).isEqualTo(Duration.ofMillis(100));
        assertThat(settings.rulesOnly()).containsExactlyInAnyOrder("LATE_SHIPMENT", "SHOP_CLOSURE");
        assertThat(settings.hotMemory()).isEqualTo(7);
        assertThat(settings.ruleLead()).isEqualTo(Duration.ofMinutes(4));
        assertThat(settings.book().version(LateShipment.CODE, 7)).isNotNull();
    }

    @Test
    void theHelpNamesEveryOptionAndNoOther() throws Exception {
        List<String> named = Pattern.compile("--[a-z-]+")
                .matcher(WatchSettings.HELP)
                .results()
                .map(MatchResult::group)
                .toList();
        List<String> taken = new ArrayList<>(
                everyOption().stream().filter(arg -> arg.startsWith("--")).toList());
        taken.add("--help");
        assertThat(named).containsExactlyInAnyOrderElementsOf(taken);
    }

    @Test
    void aVersionMustBeKnownBeforeEventsCanReachIt() {
        assertThatThrownBy(() -> WatchSettings.from(
                        new String[] {"--bootstrap", "b:9092", "--future-bound", "PT10M", "--rule-lead", "PT9M"}))
                .hasMessage("--rule-lead is PT9M, expected at least --future-bound, PT10M");
    }

    @Test
    void transactionsLastANumberOfMilliseconds() throws Exception {
        Path client = Files.writeString(temp.resolve("bad.properties"), "transaction.timeout.ms=10 min\n");
        assertThatThrownBy(() -> WatchSettings.from(
                        new String[] {"--bootstrap", "b:9092", "--kafka-properties", client.toString()}))
                .hasMessage("--kafka-properties: Invalid value 10 min for configuration transaction.timeout.ms: "
                        + "Not a number of type INT");
    }

    private List<String> everyOption() throws Exception {
        Path rules = Files.createDirectories(temp.resolve("rules"));
        Files.writeString(
                rules.resolve("late.yaml"),
                Books.file(LateShipment.CODE, Books.version(7, "active", "2000-01-01T00:00:00+08:00", "")));
        Path properties = Files.writeString(temp.resolve("client.properties"), "security.protocol=SSL\n");
        return Arrays.asList(
                "--expect-streams",
                "calls, orders",
                "--still-after",
                "PT7S",
                "--bootstrap",
                "b:9092",
                "--kafka-properties",
                properties.toString(),
                "--rules",
                rules.toString(),
                "--rules-only",
                "LATE_SHIPMENT, SHOP_CLOSURE",
                "--topic-prefix",
                "p.",
                "--group",
                "g",
                "--delivery",
                "exactly-once",
                "--expired-transactions",
                "skip",
                "--hot-memory",
                "7",
                "--disorder",
                "PT1S",
                "--allowed-lateness",
                "PT2H",
                "--future-bound",
                "PT3M",
                "--rule-lead",
                "PT4M",
                "--checkpoint-interval",
                "PT0.1S");
    }
}
