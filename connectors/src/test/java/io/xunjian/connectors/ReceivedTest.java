package io.xunjian.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.event.Stream;
import io.xunjian.rules.json.DeadLetter;
import io.xunjian.rules.json.Reason;
import io.xunjian.rules.testing.Poison;
import io.xunjian.rules.testing.Records;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceivedTest {

    @Test
    void whatIsNoEventIsALetterWithItsPlaceAndBytes() {
        for (Poison poison : poison()) {
            Received received =
                    new Receiver(poison.stream()).receive(poison.value(), 0, poison.value().length, null, 3, 17);
            assertThat(received.event()).as(poison.name()).isNull();
            DeadLetter letter = received.letter();
            assertThat(letter.reason()).as(poison.name()).isEqualTo(poison.reason());
            assertThat(letter.field()).as(poison.name()).isEqualTo(poison.field());
            assertThat(letter.partition()).isEqualTo(3);
            assertThat(letter.position()).isEqualTo(17);
            assertThat(poison.value()).startsWith(letter.value());
            assertThat(letter.value()).hasSize(Math.min(poison.value().length, DeadLetter.KEPT));
            assertThat(received.ignoredFields()).isZero();
        }
    }

    @Test
    void fieldsThatTheContractDoesNotNameAreCountedForEachEvent() {
        Receiver receiver = new Receiver(Stream.ORDERS);
        String beat = "{'eventId':'e','eventType':'HEARTBEAT','eventTime':1659326400000";
        int[] counts = {2, 0, 1};
        String[] more = {",'a':1,'b':{'c':2}", "", ",'z':null"};
        for (int i = 0; i < counts.length; i++) {
            byte[] bytes = Records.json(beat + more[i] + "}").getBytes(StandardCharsets.UTF_8);
            assertThat(receiver.receive(bytes, 0, bytes.length, null, 0, i).ignoredFields())
                    .isEqualTo(counts[i]);
        }
    }

    @Test
    void bothComeBackFromTheirBytes() throws IOException {
        for (Records.Good good : Records.all()) {
            byte[] bytes = good.json().getBytes(StandardCharsets.UTF_8);
            Received received = new Receiver(good.stream()).receive(bytes, 0, bytes.length, null, 0, 1);
            assertThat(received.event()).as(good.toString()).isNotNull();
            assertThat(roundTrip(received)).isEqualTo(received);
        }
        DeadLetter letter = new DeadLetter(Stream.CALLS, "calls.jsonl", 0, 9, Reason.EMPTY, null, null);
        Received back = roundTrip(new Received(Stream.CALLS, null, letter, 0));
        assertThat(back.letter()).isEqualTo(letter);
        assertThat(back.instant()).isEqualTo(Long.MIN_VALUE);
    }

    private static List<Poison> poison() {
        List<Poison> all = new ArrayList<>(Poison.notJson());
        all.addAll(Poison.duplicates());
        all.addAll(Poison.sizes());
        return all;
    }

    private static Received roundTrip(Received received) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Received.CODEC.write(received, new DataOutputStream(bytes));
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        Received back = Received.CODEC.read(Received.CODEC.version(), in);
        assertThat(in.available()).isZero();
        return back;
    }
}
