package io.xunjian.console.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.console.access.MovableClock;
import io.xunjian.console.access.Visitor;
import io.xunjian.console.testing.SampleAlert;
import io.xunjian.console.testing.TestBroker;
import io.xunjian.console.web.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deciding over HTTP, with a real broker between the request and what it makes of the alerts. */
final class DeskIT {

    private static final long NOON = MovableClock.NOON.toEpochMilli();
    private static final int BULK = 10_000;

    @TempDir
    private static Path folder;

    private static TestBroker broker;
    private static DeskServer console;

    @BeforeAll
    static void start() throws Exception {
        broker = TestBroker.start(folder);
        broker.create("alerts", 1);
        DecisionTopic.make(broker.client(), "decisions");
        DecisionTopic.make(broker.client(), "decisions");
        List<SampleAlert> alerts = new ArrayList<>();
        for (String id : List.of("A", "B", "C", "D", "E", "F")) {
            alerts.add(SampleAlert.open(id));
        }
        IntStream.range(0, BULK)
                .mapToObj(i -> SampleAlert.open("bulk" + i).rule("BULK"))
                .forEach(alerts::add);
        broker.send(alerts.stream().map(alert -> alert.on("alerts")).toList());
        console = new DeskServer(broker.client());
        console.awaitAlerts(alerts.size());
    }

    @AfterAll
    static void stop() {
        console.close();
        broker.close();
    }

    @Test
    void whoDecidesSeesItAtOnceAndItStandsOnTheTopic() throws Exception {
        Visitor analyst = console.signedIn("analyst");

        Visitor.Answer answer = analyst.post(
                "/api/decisions",
                "{\"kind\":\"CLOSE\",\"alertIds\":[\"A\"],\"outcome\":\"CONFIRMED\",\"text\":\"罚款\"}");

        assertThat(answer.status()).isEqualTo(200);
        String id = answer.json().path("decisionId").asText();
        assertThat(answer.json().toString())
                .isEqualTo("{\"decisionId\":\"" + id + "\",\"count\":1,\"undo\":\"" + id + "\",\"seen\":true}");
        assertThat(console.alert("A")).isEqualTo("CLOSED null CONFIRMED");
        assertThat(analyst.get("/api/decisions?limit=1")
                        .json()
                        .at("/decisions/0/decisionId")
                        .asText())
                .isEqualTo(id);
        assertThat(onTopic(id))
                .containsExactly("A {\"decisionId\":\"" + id
                        + "\",\"kind\":\"CLOSE\",\"alertId\":\"A\",\"by\":\"analyst\",\"at\":" + NOON
                        + ",\"text\":\"罚款\",\"outcome\":\"CONFIRMED\"}");
    }

    @Test
    void tenThousandAlertsOfAFilterAreDecidedAndTakenBackInOneRequestEach() throws Exception {
        Visitor analyst = console.signedIn("analyst");
        Visitor.Answer assigned =
                analyst.post("/api/decisions", "{\"kind\":\"ASSIGN\",\"q\":\"BULK\",\"assignee\":\"colleague\"}");
        assertThat(assigned.status()).isEqualTo(200);
        String id = assigned.json().path("decisionId").asText();
        await(() -> console.count("assignee = 'colleague'") == BULK);

        Visitor.Answer undone = analyst.post("/api/decisions", undo(id));

        assertThat(undone.status()).isEqualTo(200);
        await(() -> console.count("assignee = 'colleague'") == 0);
        assertThat(console.count("rule_code = 'BULK' AND decided_at IS NOT NULL"))
                .isZero();
    }

    @Test
    void aTopicThatWouldLoseDecisionsIsToldOf() throws Exception {
        broker.create("losing", 1);

        assertThat(DecisionTopic.faults(broker.client(), "decisions")).isEmpty();
        assertThat(DecisionTopic.faults(broker.client(), "losing"))
                .containsExactly(
                        "cleanup.policy of losing is compact, expected delete",
                        "retention.ms of losing is 604800000, expected -1");
    }

    @Test
    void whatChangesNothingIsRefusedAndNotWritten() throws Exception {
        Visitor analyst = console.signedIn("analyst");
        long before = console.decisions();

        assertThat(analyst.post("/api/decisions", "{\"kind\":\"REOPEN\",\"alertIds\":[\"B\"]}")
                        .status())
                .isEqualTo(409);
        assertThat(analyst.post("/api/decisions", "{\"kind\":\"REOPEN\",\"alertIds\":[\"nowhere\"]}")
                        .status())
                .isEqualTo(404);
        assertThat(console.decisions()).isEqualTo(before);
    }

    @Test
    void whatCannotBeUnderstoodIsRefusedWithItsName() throws Exception {
        Visitor analyst = console.signedIn("analyst");
        Map<String, String> faults = Map.of(
                "{}", "kind is missing.",
                "{\"kind\":\"DANCE\",\"alertIds\":[\"B\"]}", "kind must be one of",
                "{\"kind\":\"CLOSE\",\"alertIds\":[\"B\"]}", "Closing needs an outcome.",
                "{\"kind\":\"NOTE\",\"alertIds\":[\"B\"],\"text\":\" \"}", "text is missing.",
                "{\"kind\":\"ASSIGN\",\"alertIds\":[\"B\"],\"assignee\":\"viewer\"}",
                        "There is nobody viewer who decides.",
                "{\"kind\":\"ACKNOWLEDGE\",\"alertIds\":[]}", "There is no alert to decide of.",
                "{\"kind\":\"ACKNOWLEDGE\"}", "Name either alertIds or q.",
                "{\"kind\":\"ACKNOWLEDGE\",\"q\":\"\"}", "These are more than 10000 alerts; narrow the filter.",
                "{\"kind\":\"ACKNOWLEDGE\",\"alertIds\":[\"B\"],\"q\":\"BULK\"}", "Name either alertIds or q.",
                "[]", "Send a JSON object.");
        for (Map.Entry<String, String> fault : faults.entrySet()) {
            Visitor.Answer answer = analyst.post("/api/decisions", fault.getKey());
            assertThat(answer.status()).as(fault.getKey()).isEqualTo(400);
            assertThat(answer.json().path("message").asText()).startsWith(fault.getValue());
        }
    }

    @Test
    void aMuteNeedsAReasonAndEndsWithin180Days() throws Exception {
        Visitor analyst = console.signedIn("analyst");
        long longest = NOON + Duration.ofDays(180).toMillis();

        assertThat(analyst.post("/api/decisions", mute(longest + 1, "stock-taking"))
                        .status())
                .isEqualTo(400);
        assertThat(analyst.post("/api/decisions", mute(NOON, "stock-taking")).status())
                .isEqualTo(400);
        assertThat(analyst.post("/api/decisions", mute(longest, "")).status()).isEqualTo(400);
        Visitor.Answer muted = analyst.post("/api/decisions", mute(longest, "stock-taking"));
        assertThat(muted.status()).isEqualTo(200);
        assertThat(analyst.get("/api/mutes").json().toString())
                .isEqualTo(
                        "{\"mutes\":[{\"ruleCode\":\"MUTED\",\"subjectType\":\"SHOP\",\"subjectId\":\"S9\",\"until\":"
                                + longest + ",\"reason\":\"stock-taking\",\"by\":\"analyst\",\"at\":" + NOON + "}]}");

        String id = muted.json().path("decisionId").asText();
        assertThat(onTopic(id)).singleElement().asString().startsWith("mute:MUTED:SHOP:S9 ");
        assertThat(analyst.post("/api/decisions", undo(id)).status()).isEqualTo(200);
        assertThat(analyst.get("/api/mutes").json().toString()).isEqualTo("{\"mutes\":[]}");
    }

    @Test
    void oneTakesBackOnesOwnDecisionsAndAnAdminAll() throws Exception {
        Visitor analyst = console.signedIn("analyst");
        String id = acknowledge(analyst, "C");

        assertThat(console.signedIn("colleague")
                        .post("/api/decisions", undo(id))
                        .error())
                .isEqualTo("ANOTHERS");
        assertThat(console.signedIn("admin").post("/api/decisions", undo(id)).status())
                .isEqualTo(200);
        assertThat(console.alert("C")).isEqualTo("NEW null null");
        assertThat(analyst.post("/api/decisions", undo(id)).status()).isEqualTo(409);
        assertThat(analyst.post("/api/decisions", undo("never made")).status()).isEqualTo(404);
    }

    @Test
    void whatSomebodyChangedSinceIsNotTakenBack() throws Exception {
        Visitor analyst = console.signedIn("analyst");
        String id = acknowledge(analyst, "D");
        analyst.post("/api/decisions", "{\"kind\":\"ASSIGN\",\"alertIds\":[\"D\"],\"assignee\":\"me\"}");

        assertThat(analyst.post("/api/decisions", undo(id)).status()).isEqualTo(409);
        assertThat(console.alert("D")).isEqualTo("ACKNOWLEDGED analyst null");
    }

    @Test
    void anotherConsoleComesToTheSame() throws Exception {
        Visitor analyst = console.signedIn("analyst");
        acknowledge(analyst, "E");
        analyst.post("/api/decisions", "{\"kind\":\"NOTE\",\"alertIds\":[\"E\",\"F\"],\"text\":\"seen\"}");

        try (DeskServer other = new DeskServer(broker.client())) {
            other.awaitAlerts(6 + BULK);
            await(() -> other.decisions() == console.decisions());
            assertThat(other.tables()).isEqualTo(console.tables());
        }
    }

    @Test
    void whatKafkaDoesNotKeepIsNotDecided() throws Exception {
        Properties nowhere = new Properties();
        nowhere.setProperty("bootstrap.servers", "127.0.0.1:1");
        try (DeskServer other = new DeskServer(broker.client(), nowhere)) {
            other.awaitAlerts(6 + BULK);
            Visitor.Answer answer =
                    other.signedIn("analyst").post("/api/decisions", "{\"kind\":\"ACKNOWLEDGE\",\"alertIds\":[\"F\"]}");

            assertThat(answer.status()).isEqualTo(503);
            assertThat(other.alert("F")).isEqualTo("NEW null null");
        }
    }

    private static String acknowledge(Visitor visitor, String alertId) throws Exception {
        Visitor.Answer answer =
                visitor.post("/api/decisions", "{\"kind\":\"ACKNOWLEDGE\",\"alertIds\":[\"" + alertId + "\"]}");
        return answer.json().path("decisionId").asText();
    }

    private static String undo(String decisionId) {
        return "{\"kind\":\"UNDO\",\"undoes\":\"" + decisionId + "\"}";
    }

    private static String mute(long until, String reason) {
        return Json.write(Map.of(
                "kind",
                "MUTE",
                "ruleCode",
                "MUTED",
                "subjectType",
                "SHOP",
                "subjectId",
                "S9",
                "until",
                until,
                "reason",
                reason));
    }

    private static void await(BooleanSupplier done) {
        long giveUpAt = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime() - giveUpAt).isNegative();
            Thread.onSpinWait();
        }
    }

    private static List<String> onTopic(String decisionId) {
        Properties settings = broker.client();
        TopicPartition partition = new TopicPartition("decisions", 0);
        List<String> found = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    String value = new String(record.value(), UTF_8);
                    if (value.contains(decisionId)) {
                        found.add(new String(record.key(), UTF_8) + " " + value);
                    }
                }
            }
        }
        return found;
    }
}
