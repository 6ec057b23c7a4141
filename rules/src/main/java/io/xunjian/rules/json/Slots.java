package io.xunjian.rules.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What a record has in each field of the contract, before anything is known of its type. Used again for each record. */
final class Slots {

    private static final int FIELDS = Field.values().length;

    /** What stands in a field. */
    enum Content {
        NULL,
        /** For a choice: one of its list. */
        TEXT,
        BLANK,
        CONTROL_CHARACTER,
        UNKNOWN_CHOICE,
        WHOLE_NUMBER,
        /** A whole number beyond 64 bits. */
        HUGE_NUMBER,
        TRUE,
        FALSE,
        /** A fraction, an array, an object: nothing that the contract has. */
        OTHER
    }

    /** One bit for each field that stands in the record. */
    private long present;

    private final Content[] contents = new Content[FIELDS];
    private final String[] texts = new String[FIELDS];
    private final long[] numbers = new long[FIELDS];

    void clear() {
        present = 0;
    }

    long present() {
        return present;
    }

    /** What stands there; {@code null} is as good as absent. */
    Content content(Field field) {
        Content content = contents[field.ordinal()];
        return (present & Schema.bit(field)) == 0 || content == Content.NULL ? null : content;
    }

    String text(Field field) {
        return texts[field.ordinal()];
    }

    long number(Field field) {
        return numbers[field.ordinal()];
    }

    /** Epoch ms of an instant, as number or as text; {@link Rfc3339#MALFORMED} where the text is none. */
    long instant(Field field) {
        return content(field) == Content.TEXT ? Rfc3339.parse(text(field)) : number(field);
    }

    /**
     * Takes the value that the parser stands on; an array or an object is left to the caller.
     *
     * @return whether the field was not there yet
     */
    boolean take(Field field, JsonToken token, JsonParser parser) throws IOException {
        contents[field.ordinal()] = switch (token) {
            case VALUE_STRING -> takeText(field, parser);
            case VALUE_NUMBER_INT -> takeNumber(field, parser);
            case VALUE_TRUE -> Content.TRUE;
            case VALUE_FALSE -> Content.FALSE;
            case VALUE_NULL -> Content.NULL;
            default -> Content.OTHER;
        };
        boolean isFirst = (present & Schema.bit(field)) == 0;
        present |= Schema.bit(field);
        return isFirst;
    }

    /** Takes what stands in a field that was not there yet. */
    void put(Field field, Content content) {
        contents[field.ordinal()] = content;
        present |= Schema.bit(field);
    }

    void putNumber(Field field, long number) {
        numbers[field.ordinal()] = number;
        put(field, Content.WHOLE_NUMBER);
    }

    /** Takes text of printable ASCII. */
    void putText(Field field, byte[] text, int from, int length, boolean isBlank) {
        if (field.shape == Field.Shape.CHOICE) {
            int choice = field.choice(text, from, length);
            numbers[field.ordinal()] = choice;
            put(field, choice >= 0 ? Content.TEXT : isBlank ? Content.BLANK : Content.UNKNOWN_CHOICE);
            return;
        }
        if (!isBlank && field.shape != Field.Shape.UNUSED_TEXT) {
            texts[field.ordinal()] = new String(text, from, length, StandardCharsets.ISO_8859_1);
        }
        put(field, isBlank ? Content.BLANK : Content.TEXT);
    }

    private Content takeNumber(Field field, JsonParser parser) throws IOException {
        if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            return Content.HUGE_NUMBER;
        }
        numbers[field.ordinal()] = parser.getLongValue();
        return Content.WHOLE_NUMBER;
    }

    private Content takeText(Field field, JsonParser parser) throws IOException {
        char[] chars = parser.getTextCharacters();
        int from = parser.getTextOffset();
        int length = parser.getTextLength();
        if (field.shape == Field.Shape.CHOICE) {
            int choice = field.choice(chars, from, length);
            numbers[field.ordinal()] = choice;
            return choice >= 0 ? Content.TEXT : isBlank(chars, from, length) ? Content.BLANK : Content.UNKNOWN_CHOICE;
        }
        Content content = check(chars, from, length);
        if (content == Content.TEXT && field.shape != Field.Shape.UNUSED_TEXT) {
            texts[field.ordinal()] = new String(chars, from, length);
        }
        return content;
    }

    private static Content check(char[] chars, int from, int length) {
        boolean isBlank = true;
        boolean hasControl = false;
        for (int i = from; i < from + length; i++) {
            char c = chars[i];
            if (c > ' ' && c < 0x7F) {
                isBlank = false;
            } else {
                isBlank &= Character.isWhitespace(c);
                hasControl |= Character.isISOControl(c) || isLoneSurrogate(chars, i, from, from + length);
            }
        }
        return isBlank ? Content.BLANK : hasControl ? Content.CONTROL_CHARACTER : Content.TEXT;
    }

    /** Half a character: no UTF-8 can say it, so it would not come out again as it went in. */
    private static boolean isLoneSurrogate(char[] chars, int at, int from, int to) {
        char c = chars[at];
        if (Character.isHighSurrogate(c)) {
            return at + 1 == to || !Character.isLowSurrogate(chars[at + 1]);
        }
        return Character.isLowSurrogate(c) && (at == from || !Character.isHighSurrogate(chars[at - 1]));
    }

    private static boolean isBlank(char[] chars, int from, int length) {
        return check(chars, from, length) == Content.BLANK;
    }
}
