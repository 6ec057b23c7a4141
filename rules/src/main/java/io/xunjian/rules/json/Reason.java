package io.xunjian.rules.json;

/** Why a record is not an event. */
public enum Reason {
    /** Not one JSON object, bad UTF-8, nested deeper than 64, a number of more than 100 digits, trailing content. */
    NOT_JSON,
    /** A field appears twice. */
    DUPLICATE_FIELD,
    /** A required field is missing, {@code null} or blank. */
    MISSING_FIELD,
    /** A wrong type, an unknown value of a closed list, a negative amount, an over-long id, a control character. */
    INVALID_FIELD,
    /** The eventType is not one of the stream's. */
    UNKNOWN_TYPE,
    /** A time outside 2000-01-01 … 2100-01-01. */
    TIME_OUT_OF_RANGE,
    /** Live only: eventTime is too far after the record's own timestamp. */
    FROM_THE_FUTURE,
    /** Over 1 MiB. */
    TOO_LARGE,
    /** No value, or nothing in it. */
    EMPTY
}
