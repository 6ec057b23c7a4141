package io.xunjian.console;

import io.xunjian.console.store.DatabaseSettings;
import io.xunjian.rules.book.RuleBook;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * Where the console runs.
 *
 * @param files the built-in rules under those of a folder
 * @param client settings of Kafka's clients
 * @param topicPrefix before the name of every topic
 * @param port 0 takes a free one
 * @param flink where Flink's own page is
 * @param webhookHosts to which alerts may be sent; none where empty
 * @param publicUrl where people find the console, for links in messages
 */
public record ConsoleSettings(
        RuleBook files,
        Properties client,
        String topicPrefix,
        DatabaseSettings database,
        String host,
        int port,
        Optional<URI> flink,
        AuthSettings auth,
        List<String> webhookHosts,
        Optional<URI> publicUrl) {

    /** What {@code --help} says. */
    public static final String HELP = """
            The alert desk: shows the alerts, and keeps what people decide about them. Runs until it is stopped.

              --bootstrap HOST:PORT      Kafka brokers, comma separated (required)
              --kafka-properties FILE    further settings of the Kafka clients, such as security (a .properties file)
              --kafka.NAME VALUE         one further setting; secrets belong into the file
              --topic-prefix TEXT        before the name of every topic (default: none)
              --db URL                   jdbc:h2:file:PATH or jdbc:postgresql:… (default: jdbc:h2:file:./console-data/alerts).
                                         It can be lost at any time but for its accounts: the topics have the rest
              --db-user NAME             (default: sa)
              --db-password-file FILE    whose first line is the password (default: none)
              --host ADDRESS             where it listens (default: 127.0.0.1)
              --port NUMBER              (default: 8088; 0 takes a free one)
              --flink URL                Flink's own page, to link to and to watch (default: none)
              --rules DIR                rule files that replace built-in rules of the same code
              --auth HOW                 local (default: accounts of its own) or proxy (a proxy in front signs in)
              --proxy-user-header NAME   in which the proxy names the user (default: X-Forwarded-User)
              --proxy-role-header NAME   in which the proxy names the role (default: X-Forwarded-Role)
              --proxy-from NETWORKS      addresses or CIDR networks of the proxy, comma separated (required with proxy)
              --webhook-hosts NAMES      hosts that alerts may be sent to, comma separated (default: none)
              --public-url URL           where people find the console, for links in messages (default: none)
              --help                     this text

            Reads the topics alerts and decisions, writes decisions. Both must exist. Reads rules-in-force where it exists: what
            is published live is over the rules of --rules.
            """;

    public ConsoleSettings {
        webhookHosts = List.copyOf(webhookHosts);
    }

    /**
     * Reads the settings of a command line.
     *
     * @throws SettingsRejected with every fault that they have
     */
    public static ConsoleSettings from(String[] args) throws SettingsRejected {
        return new SettingsReader(args).read();
    }

    /** The name of a topic with its prefix. */
    public String topic(String name) {
        return topicPrefix + name;
    }

    /** Without secrets: Kafka's settings and the database's password may hold some. */
    @Override
    public String toString() {
        return "console on %s:%d, Kafka at %s, database %s"
                .formatted(host, port, client.getProperty("bootstrap.servers"), database);
    }
}
