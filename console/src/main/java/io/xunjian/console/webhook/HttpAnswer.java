package io.xunjian.console.webhook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a server answered.
 *
 * @param body its first 64 KiB
 */
record HttpAnswer(int status, String body) {

    private static final int LONGEST_BODY = 64 * 1024;
    private static final int LONGEST_LINE = 8 * 1024;
    private static final int MOST_HEADERS = 100;

    static HttpAnswer read(InputStream from) throws IOException {
        InputStream in = new BufferedInputStream(from);
        int status = status(line(in));
        Map<String, String> headers = headers(in);
        // What a server says before it answers.
        while (status / 100 == 1) {
            status = status(line(in));
            headers = headers(in);
        }
        return new HttpAnswer(status, new String(body(in, headers), UTF_8));
    }

    private static int status(String line) throws IOException {
        if (!line.matches("HTTP/1\\.[01] [1-5][0-9]{2}( .*)?")) {
            throw new ProtocolException("not HTTP");
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (int i = 0; i < MOST_HEADERS; i++) {
            String line = line(in);
            if (line.isEmpty()) {
                return headers;
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        throw new ProtocolException("too many headers");
    }

    private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            return chunks(in);
        }
        String length = headers.getOrDefault("content-length", "");
        int expected = length.matches("[0-9]{1,9}") ? Math.min(Integer.parseInt(length), LONGEST_BODY) : LONGEST_BODY;
        return in.readNBytes(expected);
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (body.size() < LONGEST_BODY) {
            String size = line(in).split(";", 2)[0].strip();
            if (!size.matches("[0-9a-fA-F]{1,7}")) {
                throw new ProtocolException("not a chunk");
            }
            int length = Integer.parseInt(size, 16);
            if (length == 0) {
                break;
            }
            body.write(in.readNBytes(Math.min(length, LONGEST_BODY - body.size())));
            if (body.size() < LONGEST_BODY) {
                line(in);
            }
        }
        return body.toByteArray();
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new EOFException();
            }
            if (line.size() >= LONGEST_LINE) {
                throw new ProtocolException("too long a line");
            }
            line.write(read);
        }
        return line.toString(ISO_8859_1).stripTrailing();
    }
}
