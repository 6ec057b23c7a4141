package io.xunjian.cluster.rest;

/** What a stack trace began with. */
final class RootCause {

    private static final String CAUSED_BY = "Caused by: ";

    private RootCause() {}

    /** The message of the innermost cause; of a text that is no stack trace, its first line that says something. */
    static String of(String text) {
        int last = text.lastIndexOf(CAUSED_BY);
        String cause = last < 0 ? text : text.substring(last + CAUSED_BY.length());
        StringBuilder message = new StringBuilder();
        for (String line : cause.split("\n", -1)) {
            if (line.strip().startsWith("at ") || line.strip().startsWith("... ")) {
                break;
            }
            if (!line.isBlank()) {
                message.append(message.isEmpty() ? "" : " ").append(line.strip());
            }
        }
        return message.toString();
    }
}
