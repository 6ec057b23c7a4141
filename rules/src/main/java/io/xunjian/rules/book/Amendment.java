package io.xunjian.rules.book;

import static io.xunjian.rules.Instants.NEVER;

import io.xunjian.rules.Instants;
import io.xunjian.rules.Rule;
import io.xunjian.rules.book.RuleFileReader.RuleFile;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A rule file that is to take the place of a rule while jobs run by the book. What was in force when it was published, and
 * what comes into force within the lead time after that, is settled: jobs may have judged by it. A version that looks
 * further back for facts than those before it must be announced so much earlier, as facts that no version asks for are
 * forgotten. Whether a file is taken depends on it, on when it was published and on the book, never on when it arrives.
 */
public final class Amendment {

    private final RuleBook book;
    private final RuleFile file;
    private final String source;
    private final String text;

    private Amendment(RuleBook book, RuleFile file, String source, String text) {
        this.book = book;
        this.file = file;
        this.source = source;
        this.text = text;
    }

    /**
     * Reads a file.
     *
     * @param source names it in faults
     * @throws BookRejected with every fault of it
     */
    public static Amendment read(RuleBook book, Collection<? extends Rule<?>> rules, String source, String text)
            throws BookRejected {
        return new Amendment(book, BookReader.readOne(rules, source, text), source, text);
    }

    public String ruleCode() {
        return file.code();
    }

    /** Whether the book says all of this already. */
    public boolean saysNothingNew() {
        return file.versions().equals(book.versions(file.code()));
    }

    /** What goes out to jobs. */
    public Announcement published(long publishedAt) {
        return new Announcement(file.code(), text, publishedAt);
    }

    /** The book with this file in it. */
    public RuleBook taken() {
        return book.with(file.code(), file.versions(), file.doc());
    }

    /**
     * Refuses what comes too late.
     *
     * @param publishedAt epoch ms
     * @param lead ms by which a version is to be announced before it takes effect
     * @throws BookRejected with every version that was to be left alone, or is announced too late
     */
    public void requireEarly(Rule<?> rule, long publishedAt, long lead) throws BookRejected {
        long open = Instants.plus(publishedAt, lead);
        List<Fault> faults = new ArrayList<>();
        for (RuleVersion settled : book.versions(file.code())) {
            if (isJudgedBy(settled) && settled.effectiveFrom() < open && !isKept(settled)) {
                faults.add(fault("changes or leaves out version " + settled.version() + ", which is in force since "
                        + Instants.readable(settled.effectiveFrom())));
            }
        }
        for (RuleVersion version : file.versions()) {
            if (isJudgedBy(version) && !isIn(book.versions(file.code()), version)) {
                requireEarly(rule, version, open, faults);
            }
        }
        if (!faults.isEmpty()) {
            throw new BookRejected(faults);
        }
    }

    private void requireEarly(Rule<?> rule, RuleVersion version, long open, List<Fault> faults) {
        boolean isTold = find(book.versions(file.code()), version.version())
                .filter(before -> isJudgedBy(before) && before.effectiveFrom() < open)
                .isPresent();
        if (isTold) {
            return; // as a version that is changed
        }
        long further = rule.looksFurtherBack(version.parameters(), parameters());
        if (further == NEVER) {
            faults.add(fault("version " + version.version() + " asks for facts that are forgotten by now, however early"
                    + " it is announced; start a job with it over the whole history"));
        } else if (version.effectiveFrom() < Instants.plus(open, further)) {
            faults.add(fault("version " + version.version() + " takes effect at "
                    + Instants.readable(version.effectiveFrom()) + "; published when it was, it may at "
                    + Instants.readable(Instants.plus(open, further)) + " at the earliest"
                    + (further > 0 ? ", for it looks further back than those before it" : "")));
        }
    }

    /**
     * Refuses shadow versions that nobody would judge.
     *
     * @param started the book that the job started with: it has judges for the shadows of that, and no others
     */
    public void requireShadowsJudged(RuleBook started) throws BookRejected {
        if (taken().hasShadows(file.code()) && !started.hasShadows(file.code())) {
            throw new BookRejected(
                    List.of(fault("has a shadow version, but the job was started without one of this rule"
                            + " and has nobody to judge it; start it anew with the file in --rules")));
        }
    }

    private List<Serializable> parameters() {
        return book.versions(file.code()).stream().map(RuleVersion::parameters).toList();
    }

    private boolean isKept(RuleVersion settled) {
        return isIn(file.versions(), settled);
    }

    /** Another wording of the rule changes no verdict. */
    private static boolean isIn(List<RuleVersion> versions, RuleVersion version) {
        return find(versions, version.version()).filter(version::judgesAs).isPresent();
    }

    private static Optional<RuleVersion> find(List<RuleVersion> versions, int number) {
        return versions.stream().filter(version -> version.version() == number).findFirst();
    }

    private static boolean isJudgedBy(RuleVersion version) {
        return version.status() == VersionStatus.ACTIVE || version.status() == VersionStatus.SHADOW;
    }

    private Fault fault(String message) {
        return new Fault(source, 0, message);
    }
}
