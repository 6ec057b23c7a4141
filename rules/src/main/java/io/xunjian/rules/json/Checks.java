package io.xunjian.rules.json;

import static io.xunjian.rules.json.Field.*;

import io.xunjian.rules.event.EventType;
import io.xunjian.rules.event.Stream;

/** Whether slots hold an event of a stream; if not, what is wrong, and where. */
final class Checks {

    private static final int LONGEST_EVENT_ID = 128;
    private static final long EARLIEST = 946_684_800_000L;
    private static final long LATEST = 4_102_444_800_000L;

    private final Slots slots;
    private final Stream stream;
    private Reason reason;
    private Field field;

    Checks(Slots slots, Stream stream) {
        this.slots = slots;
        this.stream = stream;
    }

    /** The type of the event, {@code null} where it is none: {@link #reason} and {@link #field} say why. */
    EventType passed() {
        if (!hasText(EVENT_ID, true)) {
            return null;
        }
        String eventId = slots.text(EVENT_ID);
        if (eventId.length() > LONGEST_EVENT_ID && eventId.codePointCount(0, eventId.length()) > LONGEST_EVENT_ID) {
            refuse(Reason.INVALID_FIELD, EVENT_ID);
            return null;
        }
        if (!hasTypeText() || !hasInstant(EVENT_TIME, true)) {
            return null;
        }
        EventType type = type();
        return type != null && areFine(Schema.of(type)) ? type : null;
    }

    Reason reason() {
        return reason;
    }

    Field field() {
        return field;
    }

    private boolean hasTypeText() {
        Slots.Content content = slots.content(EVENT_TYPE);
        return content == Slots.Content.UNKNOWN_CHOICE || hasText(EVENT_TYPE, true);
    }

    private EventType type() {
        if (slots.content(EVENT_TYPE) == Slots.Content.TEXT) {
            EventType type = EventType.at((int) slots.number(EVENT_TYPE));
            if (type.isOn(stream)) {
                return type;
            }
        }
        refuse(Reason.UNKNOWN_TYPE, EVENT_TYPE);
        return null;
    }

    private boolean areFine(Schema schema) {
        for (Field required : schema.required) {
            if (!isFine(required, true, schema)) {
                return false;
            }
        }
        for (Field optional : schema.optional) {
            if (!isFine(optional, false, schema)) {
                return false;
            }
        }
        return true;
    }

    private boolean isFine(Field asked, boolean isRequired, Schema schema) {
        return switch (asked.shape) {
            case TEXT, UNUSED_TEXT, CHOICE -> hasText(asked, isRequired);
            case INSTANT -> hasInstant(asked, isRequired);
            case AMOUNT -> hasAmount(asked, isRequired, asked == AMOUNT_FEN ? schema.leastAmount : 0);
            case FLAG -> hasFlag(asked, isRequired);
        };
    }

    private boolean hasText(Field asked, boolean isRequired) {
        Slots.Content content = slots.content(asked);
        if (content == Slots.Content.TEXT) {
            return true;
        }
        if (content == null || content == Slots.Content.BLANK) {
            return !isRequired || refuse(Reason.MISSING_FIELD, asked);
        }
        return refuse(Reason.INVALID_FIELD, asked);
    }

    private boolean hasInstant(Field asked, boolean isRequired) {
        Slots.Content content = slots.content(asked);
        if (content == null || content == Slots.Content.BLANK) {
            return !isRequired || refuse(Reason.MISSING_FIELD, asked);
        }
        if (content == Slots.Content.HUGE_NUMBER) {
            return refuse(Reason.TIME_OUT_OF_RANGE, asked);
        }
        boolean isText = content == Slots.Content.TEXT;
        if (!isText && content != Slots.Content.WHOLE_NUMBER) {
            return refuse(Reason.INVALID_FIELD, asked);
        }
        long instant = slots.instant(asked);
        if (isText && instant == Rfc3339.MALFORMED) {
            return refuse(Reason.INVALID_FIELD, asked);
        }
        boolean isInRange = EARLIEST <= instant && instant <= LATEST;
        return isInRange || refuse(Reason.TIME_OUT_OF_RANGE, asked);
    }

    private boolean hasAmount(Field asked, boolean isRequired, long least) {
        Slots.Content content = slots.content(asked);
        if (content == null) {
            return !isRequired || refuse(Reason.MISSING_FIELD, asked);
        }
        boolean isFine = content == Slots.Content.WHOLE_NUMBER && slots.number(asked) >= least;
        return isFine || refuse(Reason.INVALID_FIELD, asked);
    }

    private boolean hasFlag(Field asked, boolean isRequired) {
        Slots.Content content = slots.content(asked);
        if (content == null) {
            return !isRequired || refuse(Reason.MISSING_FIELD, asked);
        }
        boolean isFine = content == Slots.Content.TRUE || content == Slots.Content.FALSE;
        return isFine || refuse(Reason.INVALID_FIELD, asked);
    }

    private boolean refuse(Reason why, Field at) {
        reason = why;
        field = at;
        return false;
    }
}
