package io.xunjian.rules.book;

import io.xunjian.rules.Rule;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A rule book with the tests of its rules, which a job can do without.
 *
 * @param tests by the code of the rule
 */
public record TestedBook(RuleBook book, Map<String, List<RuleTest>> tests) {

    /**
     * The same book as {@link RuleBook#read}. A file's tests replace those of the file that it replaces; one without tests
     * keeps these as long as its versions are the same.
     *
     * @throws BookRejected with every fault of every file
     */
    public static TestedBook read(Collection<? extends Rule<?>> rules, List<Path> overlays) throws BookRejected {
        BookReader reader = new BookReader(rules);
        return new TestedBook(reader.read(overlays), reader.tests());
    }

    /**
     * The same, and each active version has a test of each kind.
     *
     * @throws BookRejected with every fault of every file, the lack of a test too
     */
    public static void lint(Collection<? extends Rule<?>> rules, List<Path> overlays) throws BookRejected {
        new BookReader(rules).lint(overlays);
    }
}
