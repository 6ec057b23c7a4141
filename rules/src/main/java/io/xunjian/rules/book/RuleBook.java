package io.xunjian.rules.book;

import io.xunjian.rules.Finding;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Rule;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is a breach, since when, and what follows: every rule's versions. A book that loads is a book that can run. */
public final class RuleBook implements Serializable {

    private final HashMap<String, RuleVersion[]> active = new HashMap<>();
    private final HashMap<String, List<RuleVersion>> all = new HashMap<>();
    private final HashMap<String, RuleDoc> docs;

    /** @param versions of each rule, the earliest first */
    RuleBook(Map<String, List<RuleVersion>> versions, Map<String, RuleDoc> docs) {
        this.docs = new HashMap<>(docs);
        versions.forEach((code, list) -> {
            all.put(code, List.copyOf(list));
            active.put(
                    code,
                    list.stream()
                            .filter(version -> version.status() == VersionStatus.ACTIVE)
                            .toArray(RuleVersion[]::new));
        });
    }

    /** The rules as the product ships them. */
    public static RuleBook builtIn(Collection<? extends Rule<?>> rules) {
        try {
            return read(rules, List.of());
        } catch (BookRejected e) {
            throw new IllegalStateException("The built-in rule book is faulty:\n" + e.getMessage(), e);
        }
    }

    /**
     * The built-in rules under those in some folders: a file there replaces the rule of the same code that was there before.
     *
     * @throws BookRejected with every fault of every file
     */
    public static RuleBook read(Collection<? extends Rule<?>> rules, List<Path> overlays) throws BookRejected {
        return new BookReader(rules).read(overlays);
    }

    /**
     * The same over files that jobs took while they ran, with one parameter of one rule replaced in each of its versions.
     *
     * @param replaced {@code null} for none
     * @throws BookRejected with every fault of every file, and of the parameter
     */
    public static RuleBook read(
            Collection<? extends Rule<?>> rules, List<Announcement> announced, List<Path> overlays, Setting replaced)
            throws BookRejected {
        return new BookReader(rules, announced, replaced).read(overlays);
    }

    /**
     * A value that takes the place of what the files say.
     *
     * @param value as a rule file would have it
     */
    public record Setting(String ruleCode, String parameter, String value) {}

    /** The active version of a rule with the greatest {@code effectiveFrom <= instant}, {@code null} if there is none. */
    public RuleVersion at(String ruleCode, long instant) {
        RuleVersion[] versions = active.get(ruleCode);
        for (int i = versions.length - 1; i >= 0; i--) {
            if (versions[i].effectiveFrom() <= instant) {
                return versions[i];
            }
        }
        return null;
    }

    /** The version of that number, in force or not. */
    public RuleVersion version(String ruleCode, int number) {
        RuleVersion version = find(ruleCode, number);
        if (version == null) {
            throw new IllegalArgumentException("The rule book has no version " + number + " of " + ruleCode);
        }
        return version;
    }

    /** The version of that number, {@code null} if there is none, as of what is no rule. */
    public RuleVersion find(String ruleCode, int number) {
        for (RuleVersion version : all.getOrDefault(ruleCode, List.of())) {
            if (version.version() == number) {
                return version;
            }
        }
        return null;
    }

    /** This book with one version of a rule in force from its beginning on, whatever its status is here. */
    public RuleBook asIfActive(String ruleCode, int number) {
        RuleVersion tried = version(ruleCode, number);
        if (tried.status() == VersionStatus.ACTIVE) {
            return this;
        }
        Map<String, List<RuleVersion>> versions = new HashMap<>(all);
        versions.put(
                ruleCode,
                all.get(ruleCode).stream()
                        .filter(version -> version.equals(tried)
                                || version.status() != VersionStatus.ACTIVE
                                || version.effectiveFrom() != tried.effectiveFrom())
                        .map(version -> version.equals(tried) ? version.as(VersionStatus.ACTIVE) : version)
                        .toList());
        return new RuleBook(versions, docs);
    }

    /** Whether a version of any rule is to be judged beside the active ones. */
    public boolean hasShadows() {
        return all.keySet().stream().anyMatch(this::hasShadows);
    }

    /** Whether a version of this rule is. */
    public boolean hasShadows(String ruleCode) {
        return all.get(ruleCode).stream().anyMatch(version -> version.status() == VersionStatus.SHADOW);
    }

    /** Whether a shadow version found this. */
    public boolean isShadow(Finding finding) {
        return version(finding.ruleCode(), finding.ruleVersion()).status() == VersionStatus.SHADOW;
    }

    /** This book with the shadow versions in force, each from its beginning on. */
    public RuleBook withShadows() {
        RuleBook book = this;
        for (Map.Entry<String, List<RuleVersion>> rule : all.entrySet()) {
            for (RuleVersion version : rule.getValue()) {
                if (version.status() == VersionStatus.SHADOW) {
                    book = book.asIfActive(rule.getKey(), version.version());
                }
            }
        }
        return book;
    }

    /**
     * This book with a rule file that a job has taken.
     *
     * @throws BookRejected where this program does not understand what another one took
     */
    public RuleBook with(Collection<? extends Rule<?>> rules, Announcement announcement) throws BookRejected {
        return Amendment.read(this, rules, announcement.ruleCode(), announcement.file())
                .taken();
    }

    /** This book with these versions of a rule in place of its own; with its doc, where {@code doc} is {@code null}. */
    RuleBook with(String ruleCode, List<RuleVersion> versions, RuleDoc doc) {
        Map<String, List<RuleVersion>> changed = new HashMap<>(all);
        changed.put(ruleCode, versions);
        Map<String, RuleDoc> changedDocs = new HashMap<>(docs);
        if (doc != null) {
            changedDocs.put(ruleCode, doc);
        }
        return new RuleBook(changed, changedDocs);
    }

    /**
     * The instant from which on another book judges by this rule in another way: epoch ms, {@link Instants#NEVER} if it does
     * not.
     */
    public long differsFrom(String ruleCode, RuleBook other) {
        return Math.min(firstOnlyHere(ruleCode, other), other.firstOnlyHere(ruleCode, this));
    }

    private long firstOnlyHere(String ruleCode, RuleBook other) {
        List<RuleVersion> others = List.of(other.active.get(ruleCode));
        for (RuleVersion version : active.get(ruleCode)) {
            if (others.stream().noneMatch(version::judgesAs)) {
                return version.effectiveFrom();
            }
        }
        return Instants.NEVER;
    }

    /** Whether another book has the same versions of a rule. */
    public boolean hasTheSame(String ruleCode, RuleBook other) {
        return all.get(ruleCode).equals(other.all.get(ruleCode));
    }

    /** Every version of a rule, the earliest first. */
    public List<RuleVersion> versions(String ruleCode) {
        return all.get(ruleCode);
    }

    /** What the rule is in words; every built-in rule has it. */
    public RuleDoc doc(String ruleCode) {
        return docs.get(ruleCode);
    }
}
