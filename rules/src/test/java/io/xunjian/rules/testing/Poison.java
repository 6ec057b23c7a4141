package io.xunjian.rules.testing;

import static io.xunjian.rules.testing.Records.json;

import io.xunjian.rules.event.Stream;
import io.xunjian.rules.json.EventDecoder;
import io.xunjian.rules.json.Reason;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A record that is no event, and why. For every reader: each of these is a dead letter of that reason.
 *
 * @param field that is at fault, {@code null} where none can be named
 */
@SuppressWarnings("ArrayRecordComponent") // a row of a table, never compared
public record Poison(String name, Stream stream, byte[] value, Reason reason, String field) {

    private static final String HEAD = "{'eventId':'e1','eventType':'HEARTBEAT','eventTime':" + Times.NOON;

    @Override
    public String toString() {
        return name + " is " + reason;
    }

    /** Records that are no single JSON object, and records that are too large or empty. */
    public static List<Poison> notJson() {
        Table table = new Table(Reason.NOT_JSON);
        table.text("an array", "[" + HEAD + "}]");
        table.text("a string", "'{}'");
        table.text("null", "null");
        table.text("a number", "1");
        table.text("a word", "hello");
        table.text("an object that does not end", HEAD);
        table.text("a value that does not end", HEAD + ",'a':'b");
        table.text("a name without a value", HEAD + ",'a'}");
        table.text("a comma too many", HEAD + ",}");
        table.text("a comma missing", HEAD + " 'a':1}");
        table.text("a name without quotes", HEAD + ",a:1}");
        table.text("a comment", HEAD + "/* */}");
        table.text("a second object", HEAD + "}" + HEAD + "}");
        table.text("a word behind", HEAD + "} x");
        table.text("a brace too many", HEAD + "}}");
        table.text("a comma behind", HEAD + "},");
        table.text("not a number", HEAD + ",'a':NaN}");
        table.text("infinity", HEAD + ",'a':-Infinity}");
        table.text("a leading zero", HEAD + ",'a':01}");
        table.text("a leading plus", HEAD + ",'a':+1}");
        table.text("a trailing dot", HEAD + ",'a':1.}");
        table.text("a leading dot", HEAD + ",'a':.5}");
        table.text("a hexadecimal number", HEAD + ",'a':0x1F}");
        table.text("an empty exponent", HEAD + ",'a':1e}");
        table.text("an unknown escape", HEAD + ",'a':'\\x'}");
        table.text("a short escape", HEAD + ",'a':'\\u12'}");
        table.text("a tab in text", HEAD + ",'a':'\t'}");
        table.text("a line end in text", HEAD + ",'a':'\n'}");
        table.text("a zero in text", HEAD + ",'a':'\0'}");
        table.text("a zero in a name", HEAD + ",'\0':1}");
        table.text("a zero behind", HEAD + "}\0");
        table.text("a zero before", "\0" + HEAD + "}");
        table.text("a byte order mark", "\uFEFF" + HEAD + "}");
        table.text("a no-break space before", "\u00A0" + HEAD + "}");
        table.text("single quotes", HEAD.replace("'", "\"\"") + "}");
        table.text("65 levels", HEAD + ",'a':" + "[".repeat(64) + "]".repeat(64) + "}");
        table.text("65 levels of objects", HEAD + ",'a':" + "{'a':".repeat(64) + "1" + "}".repeat(64) + "}");
        table.text("101 digits", HEAD + ",'a':" + "1".repeat(101) + "}");
        table.text("101 digits below zero", HEAD + ",'a':-" + "1".repeat(101) + "}");
        table.text("101 digits about a dot", HEAD + ",'a':" + "1".repeat(50) + "." + "1".repeat(51) + "}");
        table.text("101 digits with an exponent", HEAD + ",'a':" + "1".repeat(99) + "e11}");
        table.text("101 digits in the time", json("{'eventId':'e1','eventTime':" + "1".repeat(101) + "}"));
        table.text("a duplicate in what does not end", HEAD + ",'a':1,'a':2");
        table.inCharset("UTF-16LE", StandardCharsets.UTF_16LE);
        table.inCharset("UTF-16BE", StandardCharsets.UTF_16BE);
        table.inCharset("UTF-16", StandardCharsets.UTF_16);
        table.inCharset("UTF-32", Charset.forName("UTF-32LE"));
        table.inCharset("UTF-32BE", Charset.forName("UTF-32BE"));
        table.bytes("Latin-1", 0xE9);
        table.bytes("GBK", 0xD6, 0xD0);
        table.bytes("an overlong slash", 0xC0, 0xAF);
        table.bytes("an overlong slash in three bytes", 0xE0, 0x80, 0xAF);
        table.bytes("an overlong slash in four bytes", 0xF0, 0x80, 0x80, 0xAF);
        table.bytes("an overlong zero", 0xC0, 0x80);
        table.bytes("half a surrogate pair", 0xED, 0xA0, 0x80);
        table.bytes("a surrogate pair", 0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80);
        table.bytes("above the last code point", 0xF4, 0x90, 0x80, 0x80);
        table.bytes("a lead of five bytes", 0xF8, 0x88, 0x80, 0x80, 0x80);
        table.bytes("a continuation alone", 0x80);
        table.bytes("a lead without its continuation", 0xE4, 0xB8);
        table.bytes("0xFF", 0xFF);
        return table.rows;
    }

    public static List<Poison> duplicates() {
        Table table = new Table(Reason.DUPLICATE_FIELD);
        table.field("eventId", HEAD + ",'eventId':'e1'}");
        table.field("eventTime", HEAD + ",'eventTime':null}");
        table.field("shopId", HEAD + ",'shopId':null,'shopId':'S1'}");
        table.field("a", HEAD + ",'a':1,'b':2,'a':1}");
        table.field("a", HEAD + ",'a':1,'\\u0061':1}");
        table.field("", HEAD + ",'':1,'':1}");
        table.field("中", HEAD + ",'中':1,'\\u4e2d':1}");
        table.field("a", HEAD + ",'a':{'b':1,'b':2}}");
        table.field("a", HEAD + ",'a':[1,{'b':{'c':1,'c':1}}]}");
        table.field("orderId", HEAD + ",'orderId':{'b':1,'b':2}}");
        table.field("eventId", "{'eventId':1,'eventId':2}");
        table.field("a", "{'a':1,'a':2}");
        table.field("a", HEAD + ",'a':1,'a':2,'b':1,'b':2}");
        table.field("a", HEAD + ",'a':{'b':[],'c':{},'b':[]}}");
        return table.rows;
    }

    /** Of a size that no record has. */
    public static List<Poison> sizes() {
        Table tooLarge = new Table(Reason.TOO_LARGE);
        tooLarge.text("one byte over 1 MiB", padded(EventDecoder.LARGEST + 1));
        tooLarge.text("one byte over 1 MiB of no JSON", "x".repeat(EventDecoder.LARGEST + 1));
        Table empty = new Table(Reason.EMPTY);
        empty.text("nothing", "");
        empty.text("spaces", " \t\r\n ");
        List<Poison> rows = new ArrayList<>(tooLarge.rows);
        rows.addAll(empty.rows);
        return rows;
    }

    /** A good heartbeat of so many bytes. */
    public static String padded(int bytes) {
        String record = json(HEAD + ",'a':''}");
        return record.replace("\"a\":\"\"", "\"a\":\"" + "x".repeat(bytes - record.length()) + "\"");
    }

    /** Rows of one reason. */
    static final class Table {

        private final Reason reason;
        private final List<Poison> rows = new ArrayList<>();

        Table(Reason reason) {
            this.reason = reason;
        }

        List<Poison> rows() {
            return rows;
        }

        void text(String name, String text) {
            add(name, Stream.ORDERS, json(text).getBytes(StandardCharsets.UTF_8), null);
        }

        void field(String field, String text) {
            field(Stream.ORDERS, field, text);
        }

        void field(Stream stream, String field, String text) {
            add(text.length() > 200 ? text.substring(0, 200) : text, stream, bytes(text), field);
        }

        private void inCharset(String name, Charset charset) {
            add(name, Stream.ORDERS, json(HEAD + "}").getBytes(charset), null);
        }

        /** A record with these bytes in a text that no rule uses. */
        private void bytes(String name, int... bytes) {
            ByteArrayOutputStream record = new ByteArrayOutputStream();
            record.writeBytes(bytes(HEAD + ",'a':'"));
            for (int b : bytes) {
                record.write(b);
            }
            record.writeBytes(bytes("'}"));
            add(name, Stream.ORDERS, record.toByteArray(), null);
        }

        private static byte[] bytes(String text) {
            return json(text).getBytes(StandardCharsets.UTF_8);
        }

        private void add(String name, Stream stream, byte[] value, String field) {
            rows.add(new Poison(name, stream, value, reason, field));
        }
    }
}
