package io.xunjian.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.Status;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.SubjectType;
import io.xunjian.rules.json.LateEvent;
import io.xunjian.rules.testing.Cases;
import io.xunjian.rules.testing.Histories;
import io.xunjian.rules.testing.NetAlert;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.types.Row;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What sql/ says of the topics of a live run is what a reader of the topics finds. */
@Tag("long")
class SqlIT {

    private static final ZoneId MARKET = ZoneId.of("Asia/Shanghai");

    @TempDir
    private Path folder;

    @Test
    void tablesViewsAndQueriesTellWhatIsInTheTopics() throws Exception {
        try (LiveRun live = LiveRun.in(folder)) {
            List<NetAlert> told = alertsOf(live);
            sendLateEvent(live.bootstrap());
            TableEnvironment tables = SqlScript.init(live.bootstrap());
            List<NetAlert> net = NetAlert.net(told);

            assertThat(ids(tables, "SELECT alertId FROM alerts")).hasSameSizeAs(told);
            assertThat(ids(tables, "SELECT alertId FROM net_alerts")).containsExactlyInAnyOrderElementsOf(idsOf(net));
            assertThat(ids(tables, "SELECT alertId FROM open_alerts"))
                    .containsExactlyInAnyOrderElementsOf(idsOf(net.stream()
                            .filter(alert -> alert.status() == Status.OPEN)
                            .toList()));
            assertThat(counts(tables, "SELECT `day` || ' ' || ruleCode, alerts FROM alerts_by_day_and_rule"))
                    .isEqualTo(byDayAndRule(net));
            assertThat(counts(tables, "SELECT shopId, alerts FROM alerts_by_shop"))
                    .isEqualTo(net.stream()
                            .filter(alert -> alert.subjectType() == SubjectType.SHOP)
                            .collect(Collectors.groupingBy(NetAlert::subjectId, TreeMap::new, Collectors.counting())));
            for (Path query : SqlScript.queries()) {
                assertThat(SqlScript.run(tables, Files.readString(query)))
                        .as(query.getFileName().toString())
                        .isNotEmpty();
            }
            assertThat(SqlScript.run(tables, "SELECT * FROM dead_letters"))
                    .hasSize((int) live.topics().count(Topics.DEAD_LETTERS));
        }
    }

    /** Every state of every alert of a history that is read to its end. */
    private static List<NetAlert> alertsOf(LiveRun live) throws Exception {
        Cases.Case mixed = Cases.named("mixed-2");
        History history = History.of(mixed.events(), 17);
        history.send(live.bootstrap(), 0, 1);
        String disorder = Duration.ofMillis(History.DISORDER_MS).toString();
        List<NetAlert> expected = mixed.expected();
        try (WatchProcess watch = live.watch("--disorder", disorder)) {
            live.topics()
                    .alerts(watch, alerts -> upTo(history.horizon(), alerts).equals(expected));
        }
        return live.topics().alertsNow();
    }

    private static List<NetAlert> upTo(long horizon, List<NetAlert> alerts) {
        return NetAlert.net(alerts).stream()
                .filter(alert -> alert.raisedAt() <= horizon)
                .toList();
    }

    private static void sendLateEvent(String bootstrap) throws Exception {
        Event event = Histories.paid("A").at(1_000_000_000_000L);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new ByteArraySerializer(), new ByteArraySerializer())) {
            byte[] late = new LateEvent(event, "orders", "A", event.eventTime() + 7_200_000).toJson();
            producer.send(new ProducerRecord<>(Topics.LATE_EVENTS, late)).get();
        }
    }

    private static List<String> idsOf(List<NetAlert> alerts) {
        return alerts.stream().map(NetAlert::alertId).toList();
    }

    private static List<String> ids(TableEnvironment tables, String query) throws Exception {
        List<String> ids = new ArrayList<>();
        SqlScript.run(tables, query).forEach(row -> ids.add((String) row.getField(0)));
        return ids;
    }

    private static Map<String, Long> counts(TableEnvironment tables, String query) throws Exception {
        Map<String, Long> counts = new TreeMap<>();
        for (Row row : SqlScript.run(tables, query)) {
            counts.put((String) row.getField(0), (Long) row.getField(1));
        }
        return counts;
    }

    private static Map<String, Long> byDayAndRule(List<NetAlert> net) {
        return net.stream()
                .collect(Collectors.groupingBy(
                        alert -> Instant.ofEpochMilli(alert.raisedAt())
                                        .atZone(MARKET)
                                        .toLocalDate() + " " + alert.ruleCode(),
                        TreeMap::new,
                        Collectors.counting()));
    }
}
