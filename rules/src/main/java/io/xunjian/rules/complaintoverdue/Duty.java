package io.xunjian.rules.complaintoverdue;

/** What is owed to a complaint. The level of its breach is its place in the ladder. */
enum Duty {
    /** To respond, after each time that it is made or reopened. */
    NO_RESPONSE,
    /** To resolve it. */
    UNRESOLVED,
    /** To compensate, once the platform found the subject liable. */
    COMPENSATION;

    private static final Duty[] ALL = values();

    int level() {
        return ordinal() + 1;
    }

    static Duty ofLevel(int level) {
        return ALL[level - 1];
    }
}
