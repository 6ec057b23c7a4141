package io.xunjian.rules.book;

import io.xunjian.rules.Status;
import io.xunjian.rules.book.RuleTest.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the tests that a rule file carries. */
final class RuleTestReader {

    private final String ruleCode;
    private final List<RuleVersion> versions;

    /** @param versions those of the file, the earliest first; none where they are too faulty to be referred to */
    RuleTestReader(String ruleCode, List<RuleVersion> versions) {
        this.ruleCode = ruleCode;
        this.versions = versions;
    }

    List<RuleTest> read(List<YamlMapping> entries) {
        Set<String> names = new HashSet<>();
        List<RuleTest> tests = new ArrayList<>();
        for (YamlMapping entry : entries) {
            RuleTest test = test(entry);
            if (!entry.isFaulty("name") && !names.add(test.name())) {
                entry.fault("name", "is '" + test.name() + "', which another test of this rule has");
            }
            tests.add(test);
        }
        return tests;
    }

    private RuleTest test(YamlMapping entry) {
        ParameterReader in = new ParameterReader(entry);
        String name = entry.text("name");
        entry.text("kind");
        Kind kind = in.choice("kind", Kind.class, Kind.LIMIT);
        long asOf = in.instant("asOf");
        int version = version(entry, in, asOf);
        List<String> events = Records.read(entry, "events");
        List<ExpectedAlert> expected = expected(entry, kind, version);
        entry.refuseTheRest();
        return new RuleTest(entry.place(), ruleCode, name, kind, version, asOf, events, expected);
    }

    private int version(YamlMapping entry, ParameterReader in, long asOf) {
        int said = (int) in.number("version", 1, RuleFileReader.LAST_VERSION, 0);
        if (versions.isEmpty() || entry.isFaulty("version") || entry.isFaulty("asOf")) {
            return said;
        }
        if (said == 0) {
            return inForce(entry, asOf);
        }
        if (versions.stream().noneMatch(version -> version.version() == said)) {
            entry.fault("version", "is " + said + ", which is no version of this rule");
        }
        return said;
    }

    private int inForce(YamlMapping entry, long asOf) {
        int number = 0;
        for (RuleVersion version : versions) {
            if (version.status() == VersionStatus.ACTIVE && version.effectiveFrom() <= asOf) {
                number = version.version();
            }
        }
        if (number == 0) {
            entry.fault("'version' is missing, and no version is in force at 'asOf'");
        }
        return number;
    }

    private static List<ExpectedAlert> expected(YamlMapping test, Kind kind, int version) {
        Set<String> ids = new HashSet<>();
        List<ExpectedAlert> expected = new ArrayList<>();
        for (YamlMapping entry : test.mappingsOrNone("expect")) {
            ExpectedAlert alert = alert(entry, version);
            if (!entry.isFaulty("alertId") && !ids.add(alert.alertId())) {
                entry.fault("alertId", "is expected twice");
            }
            expected.add(alert);
        }
        if (kind == Kind.POSITIVE && expected.isEmpty()) {
            test.fault("kind", "is positive, but no alert is expected");
        } else if (kind == Kind.NEGATIVE && !expected.isEmpty()) {
            test.fault("kind", "is negative, but an alert is expected");
        }
        return expected;
    }

    private static ExpectedAlert alert(YamlMapping entry, int version) {
        ParameterReader in = new ParameterReader(entry);
        String alertId = entry.text("alertId");
        entry.text("status");
        ExpectedAlert alert = new ExpectedAlert(
                alertId,
                in.choice("status", Status.class, Status.OPEN),
                (int) in.number("ruleVersion", 1, RuleFileReader.LAST_VERSION, version),
                entry.has("level") ? in.number("level", 1, RuleFileReader.LAST_LEVEL, 1) : null,
                entry.has("severity") ? in.choice("severity", Severity.class, Severity.MINOR) : null,
                entry.has("subjectId") ? entry.text("subjectId") : null,
                entry.has("raisedAt") ? in.instant("raisedAt") : null,
                entry.has("curedAt") ? in.instant("curedAt") : null);
        entry.refuseTheRest();
        return alert;
    }
}
