package io.xunjian.rules.files;

/** What became of a record. Every record that is read is counted once more, as one of the others. */
public enum Count {
    READ("read"),
    /** A fact that a rule can use. */
    USED("used"),
    /** A redelivery. */
    DUPLICATES("duplicates"),
    /** Too late to be judged. */
    LATE("late"),
    DEAD_LETTERS("deadLetters"),
    HEARTBEATS("heartbeats"),
    /** A good event that no rule needs, or that happened after the horizon. */
    IGNORED("ignored");

    private final String jsonName;

    Count(String jsonName) {
        this.jsonName = jsonName;
    }

    public String jsonName() {
        return jsonName;
    }
}
