package io.xunjian.cli;

import io.xunjian.cluster.Language;
import io.xunjian.rules.Rule;
import io.xunjian.rules.Rules;
import io.xunjian.rules.book.BookRejected;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.book.RuleVersion;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The rule book: is it sound, and what is in it. */
@Command(name = "rules", mixinStandardHelpOptions = true, description = "Checks and lists the rule book.")
final class RulesCommand {

    @Command(name = "lint", mixinStandardHelpOptions = true, description = "Tells every fault of a rule book.")
    int lint(
            @Option(names = "--rules", paramLabel = "DIR", description = "The folder of rule files.", required = true)
                    Path folder)
            throws BookRejected {
        RuleBook.read(Rules.ALL, folder);
        System.out.println("The rule book is sound.");
        return 0;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the rules and their versions.")
    int list(
            @Option(names = "--rules", paramLabel = "DIR", description = "Rule files over the built-in ones.")
                    Path folder)
            throws BookRejected {
        RuleBook book = RuleBook.read(Rules.ALL, folder);
        Language language = Language.ofUser();
        for (Rule<?> rule : Rules.ALL) {
            for (RuleVersion version : book.versions(rule.code())) {
                System.out.printf(
                        "%-20s version %d  %-8s from %s  %s%n",
                        rule.code(),
                        version.version(),
                        version.status().name().toLowerCase(Locale.ROOT),
                        Instant.ofEpochMilli(version.effectiveFrom()),
                        language.of(version.name().en(), version.name().zh()));
            }
        }
        return 0;
    }
}
