package io.xunjian.jobs;

import io.xunjian.connectors.kafka.KafkaRules;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Rules;
import io.xunjian.rules.book.Amendment;
import io.xunjian.rules.book.BookRejected;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.book.StartingBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.KafkaException;

/**
 * A rule file on its way to the jobs that run.
 *
 * @param files the built-in rules under those that the jobs were started with
 * @param publishedAt epoch ms
 * @param lead how long before it takes effect jobs want to know of a version
 */
public record Publication(
        Path file, RuleBook files, Properties client, Topics topics, long publishedAt, Duration lead) {

    /**
     * Reads the settings of a command line: {@code --file}, {@code --bootstrap}, {@code --kafka-properties}, {@code
     * --topic-prefix}, {@code --rules}, {@code --rule-lead}, {@code --at}.
     *
     * @param now epoch ms: when it is published unless {@code --at} says otherwise
     * @throws SettingsRejected with every fault that they have
     */
    public static Publication from(String[] args, long now) throws SettingsRejected {
        Arguments arguments = new Arguments(args);
        Publication publication = new Publication(
                Path.of(arguments.required("file")),
                arguments.rules(),
                arguments.kafka("bootstrap"),
                new Topics(arguments.text("topic-prefix", "")),
                arguments.instant("at", now),
                arguments.duration("rule-lead", WatchSettings.RULE_LEAD));
        if (!Files.isRegularFile(publication.file)) {
            arguments.fault("there is no rule file " + publication.file);
        }
        arguments.check();
        return publication;
    }

    /**
     * Publishes the file, where jobs will take it.
     *
     * @return {@code false} where all of it is in force already, and nothing was published
     * @throws BookRejected with every reason why jobs would refuse it
     * @throws SettingsRejected where there is no topic of rules, or no broker
     */
    public boolean publish() throws BookRejected, SettingsRejected, IOException {
        RuleBook book = StartingBook.of(files).with(topics.announced(client)).whole(Rules.ALL);
        String text = Files.readString(file);
        Amendment amendment = Amendment.read(book, Rules.ALL, file.toString(), text);
        if (amendment.saysNothingNew()) {
            return false;
        }
        amendment.requireEarly(Rules.of(amendment.ruleCode()), publishedAt, lead.toMillis());
        try {
            KafkaRules.publish(client, topics.rules(), amendment.ruleCode(), text, publishedAt);
        } catch (KafkaException e) {
            throw new SettingsRejected(List.of("The topic " + topics.rules() + " does not take it: " + e.getMessage()));
        }
        return true;
    }

    /** Waits until a job has taken what was published; {@code false} where none has by then. */
    public boolean isTakenWithin(Duration patience) throws IOException, InterruptedException, SettingsRejected {
        String text = Files.readString(file);
        long giveUpAt = System.nanoTime() + patience.toNanos();
        while (true) {
            boolean isTaken = topics.announced(client).stream()
                    .anyMatch(taken -> taken.file().equals(text) && taken.publishedAt() == publishedAt);
            if (isTaken || System.nanoTime() > giveUpAt) {
                return isTaken;
            }
            Thread.sleep(500);
        }
    }

    /** When it was published, for people. */
    public String when() {
        return Instants.readable(publishedAt);
    }
}
