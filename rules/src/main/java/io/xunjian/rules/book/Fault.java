package io.xunjian.rules.book;

/**
 * One fault of a rule book or of a setting, with its place.
 *
 * @param line from 1; 0 where the fault is the file's as a whole
 */
public record Fault(String file, int line, String message) {

    @Override
    public String toString() {
        return (line > 0 ? file + ":" + line : file) + ": " + message;
    }
}
