package io.xunjian.rules.event;

/** A stream of events: a Kafka topic, or the files of that name in a folder. */
public enum Stream {
    ORDERS,
    SHIPMENTS,
    CALLS,
    COMPLAINTS,
    SETTLEMENTS,
    PROVIDERS;

    private static final Stream[] ALL = values();

    private final String topic = name().toLowerCase(java.util.Locale.ROOT);

    /** The name of its topic, file or folder. */
    public String topic() {
        return topic;
    }

    /** The stream of that ordinal, without the copy that {@link #values} makes. */
    public static Stream at(int ordinal) {
        return ALL[ordinal];
    }
}
