package io.xunjian.jobs;

import io.xunjian.rules.book.Announcement;
import java.util.List;
import java.util.Properties;

/** Where the rule files are that live jobs took. */
public record RulesInForce(Properties client, Topics topics) {

    /**
     * Reads the settings of a command line: {@code --bootstrap}, {@code --kafka-properties}, {@code --topic-prefix}.
     *
     * @throws SettingsRejected with every fault that they have
     */
    public static RulesInForce from(String[] args) throws SettingsRejected {
        Arguments arguments = new Arguments(args);
        RulesInForce rules =
                new RulesInForce(arguments.kafka("bootstrap"), new Topics(arguments.text("topic-prefix", "")));
        arguments.check();
        return rules;
    }

    /** Of each rule the last; of most rules there is none. */
    public List<Announcement> read() throws SettingsRejected {
        return topics.announced(client);
    }
}
