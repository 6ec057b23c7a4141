package io.xunjian.rules.book;

import io.xunjian.rules.book.RuleTest.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a rule file lacks in tests: each active version needs one of each kind. */
final class Untested {

    private Untested() {}

    /** @param lines where each version stands, by its number */
    static List<Fault> faults(
            String file, List<RuleVersion> versions, Map<Integer, Integer> lines, List<RuleTest> tests) {
        return versions.stream()
                .filter(version -> version.status() == VersionStatus.ACTIVE)
                .map(RuleVersion::version)
                .filter(number -> !missing(number, tests).isEmpty())
                .map(number -> new Fault(
                        file,
                        lines.get(number),
                        "version " + number + " is active without a test that is " + missing(number, tests)))
                .toList();
    }

    private static String missing(int version, List<RuleTest> tests) {
        return Arrays.stream(Kind.values())
                .filter(kind -> tests.stream().noneMatch(test -> test.version() == version && test.kind() == kind))
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
