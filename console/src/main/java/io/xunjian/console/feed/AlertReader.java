package io.xunjian.console.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.xunjian.console.store.Arrival;
import io.xunjian.rules.Status;
import io.xunjian.rules.book.Severity;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads a record of the topic {@code alerts}. What it lets through, both databases can keep and index. */
final class AlertReader {

    private static final JsonFactory JSON = new JsonFactory();

    /** An index entry of PostgreSQL holds 2704 bytes. */
    private static final int LONGEST_ID = 500;

    private static final int LONGEST_RECORD = 1 << 20;
    private static final char REPLACEMENT = '\uFFFD';
    private static final long YEAR_10000 = 253_402_300_800_000L;
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

    private String alertId;
    private String ruleCode;
    private long ruleVersion = -1;
    private String subjectType;
    private String subjectId;
    private long level = -1;
    private String severity;
    private String status;
    private long raisedAt = -1;
    private Long curedAt;
    private boolean hasReason;
    private final Set<String> keys = new LinkedHashSet<>();

    private AlertReader() {}

    static Arrival read(ConsumerRecord<byte[], byte[]> record) throws UnreadableRecord {
        if (record.key() == null) {
            throw new UnreadableRecord("has no key");
        }
        String key = id("its key", text(record.key()));
        if (record.value() == null) {
            return Arrival.gone(key, record.partition(), record.offset());
        }
        if (record.value().length > LONGEST_RECORD) {
            throw new UnreadableRecord("has " + record.value().length + " bytes, at most " + LONGEST_RECORD);
        }
        String json = text(record.value());
        AlertReader reader = new AlertReader();
        try (JsonParser parser = JSON.createParser(json)) {
            reader.readAll(parser);
        } catch (IOException e) {
            throw new UnreadableRecord("is not JSON: " + firstLine(e.getMessage()), e);
        }
        reader.check(key);
        return reader.arrival(json, record);
    }

    private void readAll(JsonParser parser) throws IOException, UnreadableRecord {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new UnreadableRecord("is not a JSON object");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            readField(name, parser);
        }
        if (parser.nextToken() != null) {
            throw new UnreadableRecord("has something after its object");
        }
    }

    private void readField(String name, JsonParser parser) throws IOException, UnreadableRecord {
        switch (name) {
            case "alertId" -> alertId = id(name, string(name, parser));
            case "ruleCode" -> ruleCode = string(name, parser);
            case "ruleVersion" -> ruleVersion = number(name, parser);
            case "subjectType" -> subjectType = string(name, parser);
            case "subjectId" -> subjectId = id(name, string(name, parser));
            case "level" -> level = number(name, parser);
            case "severity" -> severity = string(name, parser);
            case "status" -> status = string(name, parser);
            case "raisedAt" -> raisedAt = number(name, parser);
            case "curedAt" -> curedAt = parser.currentToken() == JsonToken.VALUE_NULL ? null : number(name, parser);
            case "keys" -> readKeys(parser);
            case "reason" -> readReason(parser);
            default -> parser.skipChildren();
        }
    }

    private void readKeys(JsonParser parser) throws IOException, UnreadableRecord {
        require(parser.currentToken() == JsonToken.START_OBJECT, "keys", "an object");
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = "keys." + parser.currentName();
            parser.nextToken();
            keys.add(id(name, string(name, parser)));
        }
        require(keys.size() <= 50, "keys", "at most 50");
    }

    private void readReason(JsonParser parser) throws IOException, UnreadableRecord {
        require(parser.currentToken() == JsonToken.START_OBJECT, "reason", "an object");
        Set<String> tongues = new LinkedHashSet<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals("en") || name.equals("zh")) {
                require(isWellFormed(string("reason." + name, parser)), "reason." + name, "Unicode");
                tongues.add(name);
            } else {
                parser.skipChildren();
            }
        }
        hasReason = tongues.size() == 2;
    }

    private void check(String key) throws UnreadableRecord {
        require(alertId != null, "alertId", "a text");
        require(alertId.equals(key), "alertId", "the record's key");
        require(matches(ruleCode, text -> CODE.matcher(text).matches()), "ruleCode", "a code");
        require(ruleVersion >= 1 && ruleVersion <= Integer.MAX_VALUE, "ruleVersion", "a number from 1");
        require(
                matches(subjectType, text -> text.equals("SHOP") || text.equals("PROVIDER")),
                "subjectType",
                "SHOP or PROVIDER");
        require(subjectId != null, "subjectId", "a text");
        require(level >= 1 && level <= 1_000_000, "level", "a number from 1");
        require(isOneOf(severity, Severity.values()), "severity", "one of " + Arrays.toString(Severity.values()));
        require(isOneOf(status, Status.values()), "status", "one of " + Arrays.toString(Status.values()));
        require(raisedAt >= 0 && raisedAt < YEAR_10000, "raisedAt", "epoch ms");
        require(curedAt == null || (curedAt >= 0 && curedAt < YEAR_10000), "curedAt", "epoch ms");
        require(hasReason, "reason", "en and zh");
    }

    private Arrival arrival(String json, ConsumerRecord<byte[], byte[]> record) {
        return new Arrival(
                alertId,
                ruleCode.intern(),
                (int) ruleVersion,
                subjectType.intern(),
                subjectId,
                (int) level,
                severity.intern(),
                status.intern(),
                raisedAt,
                curedAt,
                keys,
                json,
                record.partition(),
                record.offset());
    }

    private static boolean matches(String text, Predicate<String> what) {
        return text != null && what.test(text);
    }

    private static boolean isOneOf(String text, Enum<?>[] values) {
        return matches(
                text,
                given -> Arrays.stream(values).anyMatch(value -> value.name().equals(given)));
    }

    private static String string(String name, JsonParser parser) throws IOException, UnreadableRecord {
        require(parser.currentToken() == JsonToken.VALUE_STRING, name, "a text");
        return parser.getText();
    }

    private static long number(String name, JsonParser parser) throws IOException, UnreadableRecord {
        require(parser.currentToken() == JsonToken.VALUE_NUMBER_INT, name, "a whole number");
        return parser.getLongValue();
    }

    private static String id(String name, String text) throws UnreadableRecord {
        require(!text.isEmpty() && text.length() <= LONGEST_ID, name, "1 to " + LONGEST_ID + " characters");
        boolean isPrintable = isWellFormed(text);
        for (int i = 0; i < text.length() && isPrintable; i++) {
            isPrintable = !Character.isISOControl(text.charAt(i));
        }
        require(isPrintable, name, "printable text");
        return text;
    }

    /** Whether every surrogate is one of a pair; an escape may say otherwise. */
    private static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                int point = text.codePointAt(i);
                if (!Character.isSupplementaryCodePoint(point)) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static void require(boolean holds, String name, String expected) throws UnreadableRecord {
        if (!holds) {
            throw new UnreadableRecord(name + " is missing or not " + expected);
        }
    }

    private static String text(byte[] bytes) throws UnreadableRecord {
        String text = new String(bytes, StandardCharsets.UTF_8);
        // It stands for what is no UTF-8, and for itself: only then the slow way tells.
        return text.indexOf(REPLACEMENT) < 0 ? text : strict(bytes);
    }

    private static String strict(byte[] bytes) throws UnreadableRecord {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableRecord("is not UTF-8", e);
        }
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
