package io.xunjian.rules.json;

import java.util.Arrays;

/**
 * Reads what nearly every record is: one flat object of fields that the contract names, each once, with printable ASCII
 * without escapes, whole numbers from 0, true, false and null for values. Of whatever else it says only that it is
 * something else, and the parser that knows all of JSON reads it from the beginning.
 *
 * <p>It is here because a replay spent a third of its time in the parser: an order or a shipment takes less than half of
 * that time here.
 */
final class PlainRecord {

    private static final Field[] FIELDS = Field.values();
    private static final int MOST_DIGITS = 18;
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    private final Slots slots;

    /** For each field, at its ordinal, the one that stood behind it last; at the end, the one that came first. */
    private final Field[] next = new Field[FIELDS.length + 1];

    private byte[] bytes;
    private int at;
    private int end;

    PlainRecord(Slots slots) {
        this.slots = slots;
        Arrays.fill(next, Field.EVENT_ID);
    }

    /** Fills the slots, which were cleared; {@code false}, with no matter what in them, if the record is not plain. */
    boolean read(byte[] record, int from, int to) {
        bytes = record;
        at = from;
        end = to;
        int last = FIELDS.length;
        if (!passed('{')) {
            return false;
        }
        do {
            Field field = name(last);
            if (field == null || (slots.present() & Schema.bit(field)) != 0 || !passed(':') || !hasValue(field)) {
                return false;
            }
            last = field.ordinal();
        } while (passed(','));
        return passed('}') && at == end;
    }

    /** Passes a sign and the spaces behind it, if it stands here. */
    private boolean passed(char sign) {
        if (at == end || bytes[at] != sign) {
            return false;
        }
        at++;
        passSpaces();
        return true;
    }

    private void passSpaces() {
        while (at < end && bytes[at] == ' ') {
            at++;
        }
    }

    /** The field whose name stands here, {@code null} where none does: most likely the one that stood here last. */
    private Field name(int last) {
        int length = next[last].lengthAt(bytes, at, end);
        for (int i = 0; length == 0 && i < FIELDS.length; i++) {
            length = FIELDS[i].lengthAt(bytes, at, end);
            next[last] = FIELDS[i];
        }
        at += length;
        passSpaces();
        return length == 0 ? null : next[last];
    }

    private boolean hasValue(Field field) {
        if (at == end) {
            return false;
        }
        boolean isPlain = switch (bytes[at]) {
            case '"' -> hasText(field);
            case 't' -> hasWord(TRUE, Slots.Content.TRUE, field);
            case 'f' -> hasWord(FALSE, Slots.Content.FALSE, field);
            case 'n' -> hasWord(NULL, Slots.Content.NULL, field);
            default -> hasNumber(field);
        };
        passSpaces();
        return isPlain;
    }

    private boolean hasText(Field field) {
        int from = at + 1;
        int to = from;
        boolean isBlank = true;
        while (to < end && bytes[to] != '"') {
            byte b = bytes[to++];
            if (b < ' ' || b == '\\' || b == 0x7F) {
                return false;
            }
            isBlank &= b == ' ';
        }
        if (to == end) {
            return false;
        }
        slots.putText(field, bytes, from, to - from, isBlank);
        at = to + 1;
        return true;
    }

    private boolean hasWord(byte[] word, Slots.Content content, Field field) {
        int to = at + word.length;
        if (to > end || !Arrays.equals(bytes, at, to, word, 0, word.length)) {
            return false;
        }
        slots.put(field, content);
        at = to;
        return true;
    }

    /** What follows the digits is a sign that this record's own grammar allows there, or the record is not plain. */
    private boolean hasNumber(Field field) {
        int from = at;
        long number = 0;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            number = number * 10 + bytes[at++] - '0';
        }
        int digits = at - from;
        boolean isZeroLed = digits > 1 && bytes[from] == '0';
        if (digits == 0 || digits > MOST_DIGITS || isZeroLed) {
            return false;
        }
        slots.putNumber(field, number);
        return true;
    }
}
