package io.xunjian.doctor;

import io.xunjian.rules.Instants;
import io.xunjian.rules.Rule;
import io.xunjian.rules.Rules;
import io.xunjian.rules.book.BookRejected;
import io.xunjian.rules.book.RuleVersion;
import io.xunjian.rules.book.TestedBook;
import io.xunjian.rules.book.VersionStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a book has that loads: versions that nobody tested, or that come too soon. */
final class RuleBookCheck implements Check {

    @Override
    public Area area() {
        return Area.RULES;
    }

    @Override
    public List<Ailment> examine(Patient patient) {
        List<Ailment> ailments = new ArrayList<>();
        untested(patient.plan().rules(), ailments);
        for (Rule<?> rule : Rules.ALL) {
            for (RuleVersion version : patient.settings().book().versions(rule.code())) {
                soon(version, patient, ailments);
            }
        }
        return ailments;
    }

    private static void untested(Path folder, List<Ailment> ailments) {
        try {
            TestedBook.lint(Rules.ALL, folder == null ? List.of() : List.of(folder));
        } catch (BookRejected e) {
            e.faults()
                    .forEach(fault -> ailments.add(Condition.RULE_UNTESTED.because(
                            fault.toString(), "Write it under tests: and run ./xunjian rules test")));
        }
    }

    private static void soon(RuleVersion version, Patient patient, List<Ailment> ailments) {
        Duration lead = patient.settings().ruleLead();
        boolean isSoon = version.status() == VersionStatus.ACTIVE
                && version.effectiveFrom() > patient.now()
                && version.effectiveFrom() < patient.now() + lead.toMillis();
        if (isSoon) {
            ailments.add(Condition.VERSION_SOON.because(
                    "Version " + version.version() + " of " + version.ruleCode() + " takes effect at "
                            + Instants.readable(version.effectiveFrom()) + ", within --rule-lead, " + lead
                            + ": jobs that run already would refuse it",
                    "Start this job before then, or let the version begin later"));
        }
    }
}
