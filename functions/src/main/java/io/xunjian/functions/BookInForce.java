package io.xunjian.functions;

import io.xunjian.rules.Finding;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Rules;
import io.xunjian.rules.book.Announcement;
import io.xunjian.rules.book.BookRejected;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.book.StartingBook;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * The book that a judge judges by: what it started with, and the rule files that came since. Broadcast state: of each rule
 * the file that was published last; so every subtask has the same, before and after a restore.
 */
final class BookInForce implements Serializable {

    private static final MapStateDescriptor<String, Announcement> TAKEN =
            new MapStateDescriptor<>("rules", Types.STRING, CodecType.of(Announcement.class, Announcement.CODEC));

    private final StartingBook start;
    private final boolean isOfShadows;

    private transient BroadcastState<String, Announcement> taken;
    private transient RuleBook book;
    private transient RuleBook judging;

    /** @param isOfShadows whether shadow versions are in force here, and nothing but what they find is told */
    BookInForce(StartingBook start, boolean isOfShadows) {
        this.start = start;
        this.isOfShadows = isOfShadows;
    }

    void open(OperatorStateStore state) throws Exception {
        taken = state.getBroadcastState(TAKEN);
        List<Announcement> before = new ArrayList<>();
        taken.immutableEntries().forEach(entry -> before.add(entry.getValue()));
        StartingBook all = start.with(before);
        for (Announcement announcement : all.announced()) {
            taken.put(announcement.ruleCode(), announcement);
        }
        set(understood(() -> all.whole(Rules.ALL)));
    }

    /**
     * Has this file in force from now on.
     *
     * @return the instant from which on something is judged in another way, {@link Instants#NEVER} where nothing is
     */
    long take(Announcement announcement) throws Exception {
        RuleBook before = judging;
        taken.put(announcement.ruleCode(), announcement);
        set(understood(() -> book.with(Rules.ALL, announcement)));
        return before.differsFrom(announcement.ruleCode(), judging);
    }

    /** A book that was taken before: by this program, or by an older one. */
    @FunctionalInterface
    private interface Taken {
        RuleBook read() throws BookRejected;
    }

    private static RuleBook understood(Taken book) {
        try {
            return book.read();
        } catch (BookRejected e) {
            throw new IllegalStateException("A rule file was taken that this program does not understand", e);
        }
    }

    private void set(RuleBook now) {
        book = now;
        judging = isOfShadows ? now.withShadows() : now;
    }

    /** For people: {@code active}, or {@code shadow}. */
    String name() {
        return isOfShadows ? "shadow" : "active";
    }

    /** What to judge by. */
    RuleBook book() {
        return judging;
    }

    /** Whether readers are told of this: what shadow versions find goes elsewhere. */
    boolean isTold(Finding finding) {
        return !isOfShadows || book.isShadow(finding);
    }
}
