package io.xunjian.console.book;

import io.xunjian.rules.Rules;
import io.xunjian.rules.book.Announcement;
import io.xunjian.rules.book.BookRejected;
import io.xunjian.rules.book.RuleBook;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rule book: the files that the console began with, and over them what live jobs took since. */
public final class LiveBook implements Supplier<RuleBook> {

    private static final Logger LOG = LoggerFactory.getLogger(LiveBook.class);

    private final RuleBook files;
    private final Jdbi jdbi;
    private volatile RuleBook whole;

    /** Begins with what the database knows already. */
    public LiveBook(RuleBook files, Jdbi jdbi) {
        this.files = files;
        this.jdbi = jdbi;
        refresh();
    }

    @Override
    public RuleBook get() {
        return whole;
    }

    /** Puts the book together again. A file that this release does not understand is left out, and told. */
    void refresh() {
        RuleBook book = files;
        for (Announcement announcement : jdbi.withHandle(PublishedRules::all)) {
            try {
                book = book.with(Rules.ALL, announcement);
            } catch (BookRejected e) {
                List<String> faults = e.faults().stream().map(Object::toString).toList();
                LOG.warn("The file of {} that is in force is not understood here: {}", announcement.ruleCode(), faults);
            }
        }
        whole = book;
    }
}
