package io.xunjian.console;

import io.xunjian.console.store.DatabaseSettings;
import io.xunjian.rules.Rules;
import io.xunjian.rules.book.BookRejected;
import io.xunjian.rules.book.RuleBook;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Reads the console's command line; every fault is kept, none stops the reading. */
final class SettingsReader {

    private static final int CONNECTIONS = 10;
    private static final String IPV4 = "[0-9]{1,3}(\\.[0-9]{1,3}){3}(/[0-9]{1,2})?";
    private static final String IPV6 = "[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(/[0-9]{1,3})?";
    private static final String HOST =
            "(private:)?([A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9a-fA-F:]+\\])(:[0-9]{1,5})?";
    private static final String HEADER = "[A-Za-z0-9-]+";

    private final Arguments arguments;

    SettingsReader(String[] args) {
        this.arguments = new Arguments(args);
    }

    ConsoleSettings read() throws SettingsRejected {
        ConsoleSettings settings = new ConsoleSettings(
                book(),
                client(),
                arguments.text("topic-prefix", ""),
                database(),
                arguments.text("host", "127.0.0.1"),
                port(),
                url("flink"),
                auth(),
                list("webhook-hosts", HOST, "host names"),
                url("public-url"));
        arguments.check();
        return settings;
    }

    private RuleBook book() {
        Optional<String> folder = arguments.find("rules");
        try {
            return RuleBook.read(Rules.ALL, folder.map(Path::of).stream().toList());
        } catch (BookRejected e) {
            e.faults().forEach(fault -> arguments.fault(fault.toString()));
            return null;
        }
    }

    private Properties client() {
        Properties client = new Properties();
        arguments.find("kafka-properties").ifPresent(file -> {
            try (Reader reader = Files.newBufferedReader(Path.of(file))) {
                client.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                arguments.fault("--kafka-properties: cannot read " + file + ": " + e.getMessage());
            }
        });
        for (Map.Entry<String, String> setting :
                arguments.startingWith("kafka.").entrySet()) {
            client.setProperty(setting.getKey(), setting.getValue());
        }
        Optional<String> brokers = arguments.find("bootstrap");
        if (brokers.isEmpty()) {
            arguments.fault("--bootstrap is missing");
        }
        client.setProperty("bootstrap.servers", brokers.orElse(""));
        return client;
    }

    private DatabaseSettings database() {
        String url = arguments.text("db", "jdbc:h2:file:./console-data/alerts");
        if (!url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:postgresql:")) {
            arguments.fault("--db does not begin with jdbc:h2: or jdbc:postgresql:");
        } else if (url.toLowerCase(Locale.ROOT).contains("password=")) {
            arguments.fault("--db has a password in it, expected in the file of --db-password-file");
        }
        String password =
                arguments.find("db-password-file").map(this::firstLine).orElse("");
        return new DatabaseSettings(url, arguments.text("db-user", "sa"), password, CONNECTIONS);
    }

    private String firstLine(String file) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.findFirst().orElse("");
        } catch (IOException | UncheckedIOException e) {
            arguments.fault("--db-password-file: cannot read " + file + ": " + e.getMessage());
            return "";
        }
    }

    private int port() {
        String value = arguments.text("port", "8088");
        if (value.matches("[0-9]{1,5}") && Integer.parseInt(value) <= 65_535) {
            return Integer.parseInt(value);
        }
        arguments.fault("--port is '" + value + "', expected a whole number from 0 to 65535");
        return 0;
    }

    private Optional<URI> url(String name) {
        Optional<String> value = arguments.find(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI url = new URI(value.get());
            if (("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
                    && url.getHost() != null
                    && url.getUserInfo() == null) {
                return Optional.of(url);
            }
        } catch (URISyntaxException e) {
            // told below
        }
        arguments.fault("--" + name + " is no URL like https://host:8081 without a user in it");
        return Optional.empty();
    }

    private AuthSettings auth() {
        String how = arguments.text("auth", "local");
        String user = header("proxy-user-header", "X-Forwarded-User");
        String role = header("proxy-role-header", "X-Forwarded-Role");
        List<String> proxies = list("proxy-from", IPV4 + '|' + IPV6, "addresses or networks like 10.0.0.0/8");
        if (how.equals("proxy")) {
            if (proxies.isEmpty()) {
                arguments.fault("--proxy-from is missing: without it anybody could say who they are");
            }
            return new AuthSettings(true, user, role, proxies);
        }
        if (!how.equals("local")) {
            arguments.fault("--auth is '" + how + "', expected local or proxy");
        }
        for (String name : List.of("proxy-user-header", "proxy-role-header", "proxy-from")) {
            if (how.equals("local") && arguments.find(name).isPresent()) {
                arguments.fault("--" + name + " is given without --auth proxy");
            }
        }
        return AuthSettings.LOCAL;
    }

    private String header(String name, String orElse) {
        String value = arguments.text(name, orElse);
        if (!value.matches(HEADER)) {
            arguments.fault("--" + name + " is '" + value + "', expected the name of a header");
        }
        return value;
    }

    private List<String> list(String name, String pattern, String expected) {
        List<String> values = arguments.find(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .toList();
        for (String value : values) {
            if (!value.matches(pattern)) {
                arguments.fault("--" + name + " has '" + value + "', expected " + expected);
            }
        }
        return values;
    }
}
