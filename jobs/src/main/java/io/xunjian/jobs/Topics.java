package io.xunjian.jobs;

import io.xunjian.rules.Rules;
import io.xunjian.rules.book.Announcement;
import io.xunjian.rules.book.BookRejected;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.book.StartingBook;
import io.xunjian.rules.event.Stream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The topics of one installation, and whether they are there. */
public record Topics(String prefix) {

    /** The topic that carries a stream of events. */
    public String of(Stream stream) {
        return prefix + stream.topic();
    }

    public String alerts() {
        return prefix + "alerts";
    }

    /** What the shadow versions of rules find. */
    public String shadowAlerts() {
        return prefix + "shadow-alerts";
    }

    public String lateEvents() {
        return prefix + "late-events";
    }

    /** What people decide about alerts, at the console. */
    public String decisions() {
        return prefix + "decisions";
    }

    public String deadLetters() {
        return prefix + "dead-letters";
    }

    /** Where rule files are published while jobs run. */
    public String rules() {
        return prefix + "rules";
    }

    /** Of each rule the file that a job took last: what a job starts with, and a replay judges by. */
    public String rulesInForce() {
        return prefix + "rules-in-force";
    }

    /**
     * Asks the brokers for the topics; takes 10 s at most.
     *
     * @return how many partitions the topic of each stream has
     * @throws SettingsRejected if no broker answers, or topics are missing
     */
    public Map<Stream, Integer> check(Properties client) throws SettingsRejected {
        return new TopicCheck(this, client).partitions(List.of());
    }

    /**
     * The same for a live run, with the rule files that earlier ones took.
     *
     * @param files the built-in rules under those of the user's folders
     */
    public LiveStart check(Properties client, RuleBook files) throws SettingsRejected {
        TopicCheck check = new TopicCheck(this, client);
        boolean takesRules = check.takesRulesOfAJob();
        StartingBook book = StartingBook.of(files).with(takesRules ? check.taken() : List.of());
        return new LiveStart(check.partitions(written(whole(book))), book, takesRules);
    }

    /** Those that a live run by this book writes to. */
    public List<String> written(RuleBook book) {
        List<String> written = new ArrayList<>(List.of(alerts(), lateEvents(), deadLetters()));
        if (book.hasShadows()) {
            written.add(shadowAlerts());
        }
        return written;
    }

    /** The rule files that live runs took; none where there is no topic of them. */
    public List<Announcement> announced(Properties client) throws SettingsRejected {
        TopicCheck check = new TopicCheck(this, client);
        return check.takesRules() ? check.taken() : List.of();
    }

    private RuleBook whole(StartingBook book) throws SettingsRejected {
        try {
            return book.whole(Rules.ALL);
        } catch (BookRejected e) {
            List<String> faults = new ArrayList<>();
            e.faults()
                    .forEach(fault ->
                            faults.add("In the topic " + rulesInForce() + ", which another release wrote: " + fault));
            throw new SettingsRejected(faults);
        }
    }
}
