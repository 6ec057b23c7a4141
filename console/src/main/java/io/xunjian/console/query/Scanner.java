package io.xunjian.console.query;

import java.util.ArrayList;
import java.util.List;

/** Cuts a query into tokens. Blanks of any script part them; a full-width colon is a colon. */
final class Scanner {

    private final String text;
    private int at;

    Scanner(String text) {
        this.text = text;
    }

    /**
     * A token as it is written.
     *
     * @param name what stands before the first colon, empty where there is none
     * @param values of the list after it, or the word
     */
    record Token(boolean negated, String name, List<String> values, int at, int end) {

        int length() {
            return end - at;
        }
    }

    /** The next token, null after the last one. */
    Token next() throws BadQuery {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return null;
        }
        int start = at;
        boolean negated = text.charAt(at) == '-';
        if (negated) {
            at++;
        }
        String name = name();
        return new Token(negated, name, values(!name.isEmpty()), start, at);
    }

    private String name() {
        int end = at;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        if (end == at || end == text.length() || !isColon(text.charAt(end))) {
            return "";
        }
        String name = text.substring(at, end);
        at = end + 1;
        return name;
    }

    private List<String> values(boolean isList) throws BadQuery {
        List<String> values = new ArrayList<>();
        do {
            values.add(at < text.length() && text.charAt(at) == '"' ? quoted() : bare(isList));
        } while (isList && at < text.length() && isComma(text.charAt(at)) && at++ >= 0);
        if (at < text.length() && !isBlank(text.charAt(at))) {
            throw new BadQuery("after a closing quote a blank or a comma is expected", at, 1);
        }
        return values;
    }

    private String bare(boolean isList) {
        int start = at;
        while (at < text.length() && !isBlank(text.charAt(at)) && !(isList && isComma(text.charAt(at)))) {
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted() throws BadQuery {
        int start = at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            value.append(text.charAt(at++));
        }
        if (at == text.length()) {
            throw new BadQuery("the quote is not closed", start, at - start);
        }
        at++;
        return value.toString();
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isColon(char c) {
        return c == ':' || c == '\uFF1A';
    }

    private static boolean isComma(char c) {
        return c == ',' || c == '\uFF0C';
    }
}
