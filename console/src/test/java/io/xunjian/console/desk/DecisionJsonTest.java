package io.xunjian.console.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunjian.console.feed.UnreadableRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DecisionJsonTest {

    private static final String MUTE =
            "{\"decisionId\":\"d\",\"kind\":\"MUTE\",\"ruleCode\":\"LATE\",\"subjectType\":\"SHOP\","
                    + "\"subjectId\":\"店 1\",\"until\":15552000007,\"by\":\"li\",\"at\":7,\"text\":\"盘点\"}";

    @Test
    void aDecisionIsReadAsItWasWritten() throws UnreadableRecord {
        Decision close = new Decision(
                "d", DecisionKind.CLOSE, new Target.OfAlert("A"), "li", 7, "seen", Outcome.CONFIRMED, null, null, null);

        assertThat(new String(DecisionJson.write(close), UTF_8))
                .isEqualTo("{\"decisionId\":\"d\",\"kind\":\"CLOSE\",\"alertId\":\"A\",\"by\":\"li\",\"at\":7,"
                        + "\"text\":\"seen\",\"outcome\":\"CONFIRMED\"}");
        assertThat(DecisionJson.read(record("A", DecisionJson.write(close)))).isEqualTo(close);
    }

    @Test
    void aMuteIsReadAsItWasWritten() throws UnreadableRecord {
        Decision mute = DecisionJson.read(record("mute:LATE:SHOP:店 1", MUTE.getBytes(UTF_8)));

        assertThat(mute.target()).isEqualTo(Targets.ofMute("LATE", "SHOP", "店 1"));
        assertThat(new String(DecisionJson.write(mute), UTF_8)).isEqualTo(MUTE);
    }

    @Test
    void assigningToNobodySaysSo() throws UnreadableRecord {
        Decision nobody =
                new Decision("d", DecisionKind.ASSIGN, new Target.OfAlert("A"), "li", 7, null, null, null, null, null);

        assertThat(new String(DecisionJson.write(nobody), UTF_8)).contains("\"assignee\":null");
        assertThat(DecisionJson.read(record("A", DecisionJson.write(nobody)))).isEqualTo(nobody);
    }

    @Test
    void whatALaterReleaseAddsIsPassedOver() throws UnreadableRecord {
        String json =
                "{\"decisionId\":\"d\",\"kind\":\"REOPEN\",\"alertId\":\"A\",\"by\":\"li\",\"at\":7,\"mood\":{\"a\":[1]}}";

        assertThat(DecisionJson.read(record("A", json.getBytes(UTF_8))).kind()).isEqualTo(DecisionKind.REOPEN);
    }

    @Test
    void aKeyOfAnotherTargetIsUnreadable() {
        assertThatThrownBy(() -> DecisionJson.read(record("mute:LATE:SHOP:S2", MUTE.getBytes(UTF_8))))
                .isInstanceOf(UnreadableRecord.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"decisionId\":\"d\"",
                "{\"decisionId\":\"d\",\"kind\":\"REOPEN\",\"alertId\":\"A\",\"by\":\"li\",\"at\":7} 1",
                "{\"decisionId\":\"d\",\"kind\":\"DANCE\",\"alertId\":\"A\",\"by\":\"li\",\"at\":7}",
                "{\"decisionId\":\"d\",\"kind\":\"REOPEN\",\"alertId\":\"A\",\"by\":\"\",\"at\":7}",
                "{\"decisionId\":\"d\",\"kind\":\"REOPEN\",\"alertId\":\"A\",\"by\":\"li\",\"at\":\"7\"}",
                "{\"decisionId\":\"d\",\"kind\":\"REOPEN\",\"alertId\":\"A\",\"by\":\"li\",\"at\":-7}",
                "{\"decisionId\":\"d\",\"kind\":\"REOPEN\",\"alertId\":\"A\",\"by\":\"li\",\"at\":1e30}",
                "{\"decisionId\":\"d\",\"kind\":\"REOPEN\",\"alertId\":\"A\",\"by\":\"l\\u0000i\",\"at\":7}",
                "{\"decisionId\":\"d\",\"kind\":\"REOPEN\",\"alertId\":\"A\",\"by\":\"l\\ud800i\",\"at\":7}",
                "{\"decisionId\":\"d\",\"kind\":\"CLOSE\",\"alertId\":\"A\",\"by\":\"li\",\"at\":7}",
                "{\"decisionId\":\"d\",\"kind\":\"CLOSE\",\"alertId\":\"A\",\"by\":\"li\",\"at\":7,\"outcome\":\"GOOD\"}",
                "{\"decisionId\":\"d\",\"kind\":\"NOTE\",\"alertId\":\"A\",\"by\":\"li\",\"at\":7}",
                "{\"decisionId\":\"d\",\"kind\":\"UNDO\",\"alertId\":\"A\",\"by\":\"li\",\"at\":7}",
                "{\"decisionId\":\"d\",\"kind\":\"MUTE\",\"alertId\":\"A\",\"by\":\"li\",\"at\":7,\"until\":8,\"text\":\"x\"}",
            })
    void whatIsNoDecisionIsUnreadable(String json) {
        assertThatThrownBy(() -> DecisionJson.read(record("A", json.getBytes(UTF_8))))
                .isInstanceOf(UnreadableRecord.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"15552000008", "7", "6", "null"})
    void aMuteThatDoesNotEndWithin180DaysIsUnreadable(String until) {
        String json = MUTE.replace("15552000007", until);

        assertThatThrownBy(() -> DecisionJson.read(record("mute:LATE:SHOP:店 1", json.getBytes(UTF_8))))
                .isInstanceOf(UnreadableRecord.class);
    }

    @Test
    void aRecordWithoutKeyOrValueIsUnreadable() {
        assertThatThrownBy(() -> DecisionJson.read(new ConsumerRecord<>("decisions", 0, 0, null, MUTE.getBytes(UTF_8))))
                .isInstanceOf(UnreadableRecord.class);
        assertThatThrownBy(() -> DecisionJson.read(record("A", null))).isInstanceOf(UnreadableRecord.class);
    }

    private static ConsumerRecord<byte[], byte[]> record(String key, byte[] value) {
        return new ConsumerRecord<>("decisions", 0, 0, key.getBytes(UTF_8), value);
    }
}
