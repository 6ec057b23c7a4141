package io.xunjian.console.store;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a list: that of the last row that was seen. It holds whatever comes and goes before it.
 *
 * @param first seq, or raisedAt
 * @param second alertNo among those raised at the same time
 */
public record Cursor(long first, long second) {

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,18})(?:-([0-9]{1,18}))?");

    /** What {@link #toString} wrote, or a bare seq. */
    public static Optional<Cursor> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String second = matcher.group(2);
        return Optional.of(new Cursor(Long.parseLong(matcher.group(1)), second == null ? 0 : Long.parseLong(second)));
    }

    @Override
    public String toString() {
        return second == 0 ? Long.toString(first) : first + "-" + second;
    }
}
