package io.xunjian.jobs;

import io.xunjian.connectors.kafka.Delivery;
import io.xunjian.connectors.kafka.ExpiredTransactions;
import io.xunjian.connectors.kafka.KafkaSinks;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.event.Stream;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.config.ConfigException;

/**
 * Where the live job runs.
 *
 * @param client settings of Kafka's clients
 * @param group the consumer group that it commits its offsets to; for monitoring only, the job's state has the offsets
 * @param topicPrefix before the name of every topic
 * @param disorder by how much an event may come after a later one of its partition
 * @param allowedLateness how long a late fact still corrects a verdict
 * @param expiredTransactions what to do about those that Kafka does not commit any more
 * @param expectedStreams those that verdicts wait for
 * @param stillAfter how long a stream may stand still before somebody is told
 * @param futureBound by how much an event may be ahead of its record's own timestamp
 * @param ruleLead how long before it takes effect a new version of a rule must be published
 * @param rulesOnly codes of the rules to judge by; none for all
 * @param hotMemory MiB that each subtask of a judge may take for keys in memory, outside of the state backend
 */
public record WatchSettings(
        RuleBook book,
        Properties client,
        String group,
        String topicPrefix,
        Delivery delivery,
        ExpiredTransactions expiredTransactions,
        Set<Stream> expectedStreams,
        Duration stillAfter,
        Duration disorder,
        Duration allowedLateness,
        Duration futureBound,
        Duration checkpointInterval,
        Duration ruleLead,
        Set<String> rulesOnly,
        int hotMemory) {

    /** The consumer group where none is given. */
    public static final String GROUP = "xunjian-watch";

    /** How long a checkpoint may take. */
    public static final Duration CHECKPOINT_TIMEOUT = Duration.ofMinutes(2);

    static final int HOT_MEMORY = 64;
    static final Duration RULE_LEAD = Duration.ofHours(1);
    static final Duration FUTURE_BOUND = Duration.ofMinutes(5);

    static final String HELP = """
            Watches the event topics and writes alerts as violations happen. Runs until it is stopped.

              --bootstrap HOST:PORT        Kafka brokers, comma separated (required)
              --kafka-properties FILE      further settings of the Kafka clients, such as security (a .properties file)
              --rules DIR                  rule files that replace built-in rules of the same code
              --rules-only CODES           rules to judge by, comma separated (default: all of them)
              --topic-prefix TEXT          before the name of every topic (default: none)
              --group NAME                 consumer group and transactional id prefix (default: xunjian-watch)
              --delivery HOW               at-least-once (default: visible at once, readers upsert by alertId)
                                           or exactly-once (visible at each checkpoint)
              --expired-transactions WHAT  when Kafka has given up a transaction of a complete checkpoint: fail (default) and
                                           say from which checkpoint nothing is lost, or skip what it held
              --expect-streams NAMES       streams that verdicts wait for, comma separated (default: all six). A rule waits
                                           while one that it rests on stands still: no events are not yet an absence
              --still-after DURATION       how long one may stand still before the log says so (default: PT1M)
              --disorder DURATION          how much later than a later event one may come (default: PT5S)
              --allowed-lateness DURATION  how long a late fact still corrects a verdict (default: PT24H)
              --future-bound DURATION      how far an event may be ahead of its record (default: PT5M)
              --checkpoint-interval DUR    (default: PT10S)
              --rule-lead DURATION         how long before it takes effect a new version of a rule must be published
                                           (default: PT1H)
              --hot-memory MIB             how much memory each judge may take on each slot for the orders, complaints, …
                                           that it keeps out of the state backend, about 150 bytes each (default: 64).
                                           Room for all that are open at a time is fastest; 0 keeps all in the backend
              --help                       this text

            Reads orders, shipments, calls, complaints, settlements, providers.
            Writes alerts, late-events, dead-letters, and shadow-alerts where the rule book has a shadow version. All must
            exist. Where there are the topics rules and rules-in-force, of one partition each, it takes rule files that are
            published to rules while it runs.
            """;

    /**
     * Reads the settings of a command line.
     *
     * @throws SettingsRejected with every fault that they have
     */
    public static WatchSettings from(String[] args) throws SettingsRejected {
        Arguments arguments = new Arguments(args);
        Properties client = arguments.kafka("bootstrap");
        Duration interval = arguments.duration("checkpoint-interval", Duration.ofSeconds(10));
        if (interval.compareTo(Duration.ofMillis(100)) < 0) {
            arguments.fault("--checkpoint-interval is " + interval + ", expected at least PT0.1S");
        }
        WatchSettings settings = new WatchSettings(
                arguments.rules(),
                client,
                arguments.text("group", GROUP),
                arguments.text("topic-prefix", ""),
                arguments.choice("delivery", Delivery.class, Delivery.AT_LEAST_ONCE),
                arguments.choice("expired-transactions", ExpiredTransactions.class, ExpiredTransactions.FAIL),
                arguments.streams("expect-streams"),
                arguments.duration("still-after", Duration.ofMinutes(1)),
                arguments.duration("disorder", Duration.ofSeconds(5)),
                arguments.duration("allowed-lateness", Duration.ofHours(24)),
                arguments.duration("future-bound", FUTURE_BOUND),
                interval,
                arguments.duration("rule-lead", RULE_LEAD),
                arguments.ruleCodes("rules-only"),
                arguments.number("hot-memory", 0, 65_536, HOT_MEMORY));
        try {
            KafkaSinks.transactionTimeout(client);
        } catch (ConfigException e) {
            arguments.fault("--kafka-properties: " + e.getMessage());
        }
        if (settings.ruleLead().compareTo(settings.futureBound()) < 0) {
            arguments.fault("--rule-lead is " + settings.ruleLead() + ", expected at least --future-bound, "
                    + settings.futureBound());
        }
        arguments.check();
        return settings;
    }
}
