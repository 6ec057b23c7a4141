package io.xunjian.rules.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.testing.Histories;
import io.xunjian.rules.testing.RoundTrip;
import io.xunjian.rules.testing.Times;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DeadLetterTest {

    @Test
    void aLetterFromKafkaNamesItsPartitionAndOffset() {
        DeadLetter letter = new DeadLetter(Stream.ORDERS, null, 3, 42, Reason.MISSING_FIELD, "shopId", bytes("{}"));
        assertThat(text(letter.toJson()))
                .isEqualTo("{\"stream\":\"orders\",\"partition\":3,\"offset\":42,"
                        + "\"reason\":\"MISSING_FIELD\",\"field\":\"shopId\",\"value\":\"{}\"}");
    }

    @Test
    void aLetterFromAFileNamesItsFileAndLine() {
        DeadLetter letter = new DeadLetter(Stream.CALLS, "calls.jsonl", 0, 7, Reason.NOT_JSON, null, bytes("中\"x"));
        assertThat(text(letter.toJson()))
                .isEqualTo("{\"stream\":\"calls\",\"file\":\"calls.jsonl\",\"line\":7,"
                        + "\"reason\":\"NOT_JSON\",\"value\":\"中\\\"x\"}");
    }

    @Test
    void whatIsNotUtf8IsKeptInBase64() {
        byte[] value = {'{', (byte) 0xFF};
        DeadLetter letter = new DeadLetter(Stream.ORDERS, null, 0, 0, Reason.NOT_JSON, null, value);
        assertThat(text(letter.toJson())).endsWith("\"valueBase64\":\"e/8=\"}");
    }

    @Test
    void aTombstoneHasNoValue() {
        DeadLetter letter = new DeadLetter(Stream.ORDERS, null, 0, 0, Reason.EMPTY, null, null);
        assertThat(text(letter.toJson())).endsWith("\"value\":null}");
    }

    @Test
    void theFirst64KiBAreKept() {
        byte[] bytes = new byte[DeadLetter.KEPT + 10];
        bytes[2] = 1;
        assertThat(DeadLetter.kept(bytes, 0, DeadLetter.KEPT)).hasSize(65_536);
        assertThat(DeadLetter.kept(bytes, 0, DeadLetter.KEPT + 1)).hasSize(65_536);
        assertThat(DeadLetter.kept(bytes, 2, 3)).containsExactly(1, 0, 0);
    }

    @Test
    void aLetterMovesDownItsFile() {
        DeadLetter letter = new DeadLetter(Stream.ORDERS, "f", 0, 7, Reason.EMPTY, "a", bytes("x"));
        assertThat(letter.movedBy(100).position()).isEqualTo(107);
        assertThat(letter.movedBy(100))
                .usingRecursiveComparison()
                .ignoringFields("position")
                .isEqualTo(letter);
    }

    @Test
    void aLetterComesOutOfItsBytesAsItWentIn() {
        for (Reason reason : Reason.values()) {
            DeadLetter kafka = new DeadLetter(Stream.PROVIDERS, null, 300, 1L << 40, reason, "a", bytes("中"));
            assertThat(RoundTrip.of(DeadLetter.CODEC, kafka))
                    .usingRecursiveComparison()
                    .isEqualTo(kafka);
            DeadLetter file = new DeadLetter(Stream.ORDERS, "f", 0, 1, reason, null, null);
            assertThat(RoundTrip.of(DeadLetter.CODEC, file))
                    .usingRecursiveComparison()
                    .isEqualTo(file);
        }
    }

    @Test
    void aLateEventTellsHowLateItIs() {
        Event event = Histories.cancelled("A").at(Times.NOON);
        LateEvent late = new LateEvent(event, "orders", "A", Times.NEXT_NOON);
        assertThat(late.lateness()).isEqualTo(Times.DAY);
        assertThat(text(late.toJson()))
                .isEqualTo("{\"eventId\":\"ORDER_CANCELLED-A@1659326400000\",\"eventType\":\"ORDER_CANCELLED\","
                        + "\"eventTime\":1659326400000,\"kind\":\"orders\",\"key\":\"A\","
                        + "\"watermark\":1659412800000,\"lateness\":86400000}");
        assertThat(RoundTrip.of(LateEvent.CODEC, late)).isEqualTo(late);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
