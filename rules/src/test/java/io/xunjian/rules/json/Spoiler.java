package io.xunjian.rules.json;

import io.xunjian.rules.testing.Records;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Spoils good records in every way that comes to mind. */
final class Spoiler {

    private static final String[] TOKENS = {
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "null",
        "true",
        "-",
        "1e9",
        "0.5",
        "99999999999999999999",
        "\\u0000",
        "\\ud800",
        "\\",
        "\"eventId\":\"e1\",",
        "\"a\":{\"b\":1,\"b\":2},",
        "\"eventTime\":\"2022-08-01T10:00:00Z\",",
        " ",
        "\0",
        "中",
        "\uD83D\uDE9A",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
        "\uFEFF",
        "/**/",
        "NaN",
        "'"
    };

    private final List<Records.Good> corpus;
    private final Random random;

    Spoiler(List<Records.Good> corpus, Random random) {
        this.corpus = corpus;
        this.random = random;
    }

    /** The record, spoilt up to three times over. */
    byte[] spoilt(byte[] whole) {
        byte[] record = whole;
        for (int spoilings = 1 + random.nextInt(3); spoilings > 0; spoilings--) {
            record = spoiltOnce(record);
        }
        return record;
    }

    private byte[] spoiltOnce(byte[] record) {
        if (record.length < 2) {
            return record;
        }
        int at = random.nextInt(record.length);
        int to = Math.min(record.length, at + 1 + random.nextInt(8));
        return switch (random.nextInt(8)) {
            case 0 -> replaced(record, at, at + 1, new byte[] {(byte) random.nextInt(256)});
            case 1 -> replaced(record, at, at + 1, new byte[] {(byte) (record[at] ^ 1 << random.nextInt(8))});
            case 2 -> replaced(record, at, to, new byte[0]);
            case 3 -> replaced(record, at, at, Arrays.copyOfRange(record, at, to));
            case 4 -> replaced(record, at, at, token());
            case 5 -> replaced(record, at, to, token());
            case 6 -> spliced(record, at);
            default -> withEntryOf(record, corpus.get(random.nextInt(corpus.size())));
        };
    }

    private byte[] token() {
        return TOKENS[random.nextInt(TOKENS.length)].getBytes(StandardCharsets.UTF_8);
    }

    private byte[] spliced(byte[] record, int at) {
        byte[] other = corpus.get(random.nextInt(corpus.size())).json().getBytes(StandardCharsets.UTF_8);
        int from = random.nextInt(other.length);
        return replaced(record, at, record.length, Arrays.copyOfRange(other, from, other.length));
    }

    /** Puts a field of another record at the beginning. */
    private byte[] withEntryOf(byte[] record, Records.Good other) {
        String[] entries = other.json().substring(1, other.json().length() - 1).split(",", -1);
        String entry = entries[random.nextInt(entries.length)] + ",";
        return replaced(record, 1, 1, entry.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] replaced(byte[] record, int from, int to, byte[] by) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(record.length + by.length);
        bytes.write(record, 0, Math.min(from, record.length));
        bytes.write(by, 0, by.length);
        bytes.write(record, Math.min(to, record.length), Math.max(0, record.length - to));
        return bytes.toByteArray();
    }
}
