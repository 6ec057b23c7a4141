package io.xunjian.cli;

import io.xunjian.cluster.Language;
import io.xunjian.rules.Finding;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Rule;
import io.xunjian.rules.Rules;
import io.xunjian.rules.alert.Alert;
import io.xunjian.rules.book.BookRejected;
import io.xunjian.rules.book.ExpectedAlert;
import io.xunjian.rules.book.RuleTest;
import io.xunjian.rules.book.TestedBook;
import io.xunjian.rules.ruletest.Mismatch;
import io.xunjian.rules.ruletest.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the tests that rule files carry. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the tests that rule files carry, against the book that they make together.",
            "Exit code 1 if one fails."
        })
final class RulesTestCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "CODE", description = "The rule, as 'list' names it. Default: every rule.")
    private String code;

    @Option(names = "--rules", paramLabel = "DIR", description = "Rule files over the built-in ones.")
    private Path folder;

    private final Language language = Language.ofUser();

    @Override
    public Integer call() throws BookRejected {
        List<Rule<?>> rules = code == null ? Rules.ALL : List.of(RulesCommand.rule(code, spec));
        TestedBook book = TestedBook.read(Rules.ALL, RulesCommand.overlays(folder));
        int passed = 0;
        int failed = 0;
        for (Rule<?> rule : rules) {
            List<RuleTest> tests = book.tests().get(rule.code());
            System.out.println(rule.code() + (tests.isEmpty() ? "  no tests" : ""));
            for (RuleTest test : tests) {
                Outcome outcome = Outcome.of(test, book.book());
                print(outcome);
                passed += outcome.passed() ? 1 : 0;
                failed += outcome.passed() ? 0 : 1;
            }
        }
        System.out.printf("%n%d passed, %d failed%n", passed, failed);
        return failed == 0 ? 0 : Main.FAILED;
    }

    private void print(Outcome outcome) {
        RuleTest test = outcome.test();
        System.out.printf(
                "  %s  version %d  %-8s  %s%n",
                outcome.passed() ? "passed" : "FAILED",
                test.version(),
                test.kind().name().toLowerCase(Locale.ROOT),
                test.name());
        if (!outcome.passed()) {
            System.out.println("          " + test.place() + ", as of " + Instants.written(test.asOf()));
            outcome.mismatches().forEach(this::print);
        }
    }

    private void print(Mismatch mismatch) {
        System.out.println(
                "          expected  " + (mismatch.expected() == null ? "no alert" : words(mismatch.expected())));
        Alert found = mismatch.found();
        if (found == null) {
            System.out.println("          found     no such alert");
            return;
        }
        System.out.println("          found     " + words(found));
        System.out.println("                    "
                + language.of(found.reason().en(), found.reason().zh()));
        mismatch.differences().forEach(difference -> System.out.println("          because   " + difference));
    }

    private static String words(ExpectedAlert expected) {
        String level = expected.level() == null ? "" : "  level " + expected.level();
        return expected.alertId() + level + "  " + expected.status();
    }

    private static String words(Alert alert) {
        Finding finding = alert.finding();
        return finding.alertId() + "  level " + finding.level() + "  " + finding.status() + "  raised "
                + Instants.written(finding.raisedAt());
    }
}
