package io.xunjian.cluster.rest;

/** What a stack trace began with. */
final class RootCause {

    private static final String CAUSED_BY = "Caused by: ";

    /** What Flink puts before a stack trace in an answer. */
    private static final String ON_SERVER = "<Exception on server side:";

    private RootCause() {}

    /** The message of the innermost cause; of a text that is no stack trace, its first line that says something. */
    static String of(String text) {
        String trace = text.substring(text.indexOf(ON_SERVER) < 0 ? 0 : text.indexOf(ON_SERVER) + ON_SERVER.length());
        int last = trace.lastIndexOf(CAUSED_BY);
        String cause = last < 0 ? trace : trace.substring(last + CAUSED_BY.length());
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
