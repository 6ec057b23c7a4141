package io.xunjian.console.webhook;

/** Makes text that others wrote harmless in a messenger's markup: a shop's name must not call everybody, link, or hide. */
final class Plain {

    private Plain() {}

    /** Characters with a meaning become their full-width likeness, which no messenger acts upon and people read as well. */
    static String text(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> plain.appendCodePoint(isHidden(c) ? ' ' : likeness(c)));
        return plain.toString().replace("://", "：//");
    }

    private static int likeness(int c) {
        return switch (c) {
            case '<', '>', '[', ']', '*', '`', '~', '#', '@', '|', '&', '\\', '!' -> c + 0xFEE0;
            default -> c;
        };
    }

    /** Line ends, controls, and what turns the direction of writing. */
    private static boolean isHidden(int c) {
        int type = Character.getType(c);
        return Character.isISOControl(c)
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
