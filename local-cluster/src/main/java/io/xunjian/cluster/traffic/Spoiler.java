package io.xunjian.cluster.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Writes events as faulty producers do: each of these is refused, for a reason that the contract names. */
final class Spoiler {

    private static final List<Function<Fact, byte[]>> FAULTS = List.of(
            Spoiler::cutShort,
            Spoiler::withTrailingContent,
            Spoiler::notUtf8,
            fact -> "heartbeat from legacy gateway".getBytes(UTF_8),
            fact -> fact.copy().with("eventId", null).json(),
            fact -> fact.copy().with("eventId", " ").json(),
            fact -> fact.copy().with("eventTime", null).json(),
            fact -> fact.copy().with("eventTime", "soon").json(),
            fact -> fact.copy().with("eventTime", fact.eventTime() / 1000).json(),
            fact -> fact.copy().with("eventTime", fact.eventTime() * 1000).json(),
            fact -> fact.copy().with("eventType", fact.type() + "_V2").json(),
            fact -> fact.copy().with("eventType", 7).json(),
            Spoiler::withFieldTwice);

    private Spoiler() {}

    static byte[] spoil(Fact fact, Dice dice) {
        return dice.oneOf(FAULTS).apply(fact);
    }

    private static byte[] cutShort(Fact fact) {
        byte[] json = fact.json();
        return Arrays.copyOf(json, json.length * 2 / 3);
    }

    private static byte[] withTrailingContent(Fact fact) {
        byte[] json = fact.json();
        byte[] bad = Arrays.copyOf(json, json.length + 1);
        bad[json.length] = '}';
        return bad;
    }

    /** 0xFF is in no text. */
    private static byte[] notUtf8(Fact fact) {
        byte[] bad = fact.json();
        bad[bad.length - 3] = (byte) 0xFF;
        return bad;
    }

    private static byte[] withFieldTwice(Fact fact) {
        String json = new String(fact.json(), UTF_8);
        return ("{\"eventTime\":0," + json.substring(1)).getBytes(UTF_8);
    }
}
