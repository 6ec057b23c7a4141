package io.xunjian.bench.peers.flinksql;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** The resource files of SQL. */
final class Scripts {

    private static final Pattern END_OF_STATEMENT = Pattern.compile(";\\s*(\\R\\s*|$)");

    private final String bootstrap;

    Scripts(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** The statements of a file, each of which ends with a semicolon at the end of a line. */
    List<String> statements(String name) throws IOException {
        return END_OF_STATEMENT.splitAsStream(whole(name)).toList();
    }

    /** A file of one statement. */
    String whole(String name) throws IOException {
        try (InputStream in = Scripts.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("${bootstrap}", bootstrap);
        }
    }
}
