package io.xunjian.rules.json;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes JSON for people: what fits in a line stands in one. */
public final class JsonText {

    private static final int WIDTH = 120;
    private static final String INDENT = "  ";

    private final StringBuilder text = new StringBuilder();

    private JsonText() {}

    /**
     * The text of a value, with the end of its last line.
     *
     * @param value of maps, lists, texts, numbers and truth values
     */
    public static String of(Object value) {
        JsonText json = new JsonText();
        json.write(value, "");
        return json.text.append('\n').toString();
    }

    private void write(Object value, String indent) {
        String line = line(value);
        if (indent.length() + line.length() <= WIDTH) {
            text.append(line);
        } else if (value instanceof Map<?, ?> map) {
            write('{', map.entrySet().iterator(), '}', indent);
        } else if (value instanceof List<?> list) {
            write('[', list.iterator(), ']', indent);
        } else {
            text.append(line);
        }
    }

    private void write(char open, Iterator<?> entries, char close, String indent) {
        String inner = indent + INDENT;
        text.append(open).append('\n');
        while (entries.hasNext()) {
            text.append(inner);
            Object entry = entries.next();
            if (entry instanceof Map.Entry<?, ?> named) {
                text.append(line(named.getKey())).append(": ");
                write(named.getValue(), inner);
            } else {
                write(entry, inner);
            }
            text.append(entries.hasNext() ? ",\n" : "\n");
        }
        text.append(indent).append(close);
    }

    private static String line(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> line(entry.getKey()) + ": " + line(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(JsonText::line).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof String string) {
            return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(string)) + '"';
        }
        return value.toString();
    }
}
