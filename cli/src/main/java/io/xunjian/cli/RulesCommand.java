package io.xunjian.cli;

import io.xunjian.cluster.Language;
import io.xunjian.jobs.SettingsRejected;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Rule;
import io.xunjian.rules.Rules;
import io.xunjian.rules.book.BookRejected;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.book.RuleFileSchema;
import io.xunjian.rules.book.RuleVersion;
import io.xunjian.rules.book.TestedBook;
import io.xunjian.rules.pages.RulePages;
import io.xunjian.rules.pages.Tongue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The rule book: is it sound, and what is in it. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        description = "Checks the rule book, tells what is in it, and gives rule files to live jobs.",
        subcommands = {
            RulesTestCommand.class,
            RulesDiffCommand.class,
            RulesPublishCommand.class,
            RulesInForceCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
final class RulesCommand {

    @Spec
    private CommandSpec spec;

    @Command(
            name = "lint",
            mixinStandardHelpOptions = true,
            description = {
                "Tells every fault of a rule book.",
                "That an active version has no positive test, no negative one or none at a limit is a fault too."
            })
    int lint(
            @Option(names = "--rules", paramLabel = "DIR", description = "The folder of rule files.", required = true)
                    Path folder)
            throws BookRejected {
        TestedBook.lint(Rules.ALL, overlays(folder));
        System.out.println("The rule book is sound.");
        return 0;
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists the rules and their versions. Times are of Asia/Shanghai.")
    int list(
            @Option(names = "--rules", paramLabel = "DIR", description = "Rule files over the built-in ones.")
                    Path folder)
            throws BookRejected {
        RuleBook book = RuleBook.read(Rules.ALL, overlays(folder));
        Language language = Language.ofUser();
        for (Rule<?> rule : Rules.ALL) {
            for (RuleVersion version : book.versions(rule.code())) {
                System.out.printf(
                        "%-20s version %d  %-8s from %s  %s%n",
                        rule.code(),
                        version.version(),
                        version.status().name().toLowerCase(Locale.ROOT),
                        Instants.readable(version.effectiveFrom()),
                        language.of(version.name().en(), version.name().zh()));
            }
        }
        return 0;
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Tells all of one rule, in the language of the environment.")
    int show(
            @Parameters(paramLabel = "CODE", description = "The rule, as 'list' names it.") String code,
            @Option(names = "--rules", paramLabel = "DIR", description = "Rule files over the built-in ones.")
                    Path folder)
            throws BookRejected {
        RuleBook book = RuleBook.read(Rules.ALL, overlays(folder));
        System.out.print(RulePages.text(
                rule(code, spec), book, Tongue.valueOf(Language.ofUser().name())));
        return 0;
    }

    @Command(
            name = "doc",
            mixinStandardHelpOptions = true,
            description = "Writes a page for each rule, and README.md, which lists them.")
    int doc(
            @Option(names = "--rules", paramLabel = "DIR", description = "Rule files over the built-in ones.")
                    Path folder,
            @Option(names = "--out", paramLabel = "DIR", description = "Where the pages go.", required = true) Path out)
            throws BookRejected, SettingsRejected, IOException {
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new SettingsRejected(List.of("--out: " + out + " is a file, expected a folder"));
        }
        Map<String, String> pages = RulePages.of(RuleBook.read(Rules.ALL, overlays(folder)));
        Files.createDirectories(out);
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Files.writeString(out.resolve(page.getKey()), page.getValue());
        }
        System.out.printf("wrote %d pages to %s%n", pages.size(), out);
        return 0;
    }

    @Command(
            name = "schema",
            mixinStandardHelpOptions = true,
            description = "Writes the JSON Schema of rule files, with which an editor completes and checks them.")
    int schema(@Option(names = "--out", paramLabel = "FILE", description = "Where it goes.", required = true) Path out)
            throws SettingsRejected, IOException {
        if (Files.isDirectory(out)) {
            throw new SettingsRejected(List.of("--out: " + out + " is a folder, expected a file"));
        }
        Path folder = out.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Files.writeString(out, RuleFileSchema.of(Rules.ALL, RuleBook.builtIn(Rules.ALL)));
        System.out.println("wrote " + out);
        return 0;
    }

    static List<Path> overlays(Path folder) {
        return folder == null ? List.of() : List.of(folder);
    }

    static Rule<?> rule(String code, CommandSpec command) {
        return Rules.ALL.stream()
                .filter(rule -> rule.code().equalsIgnoreCase(code))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        command.commandLine(),
                        "There is no rule " + code + "; there are "
                                + Rules.ALL.stream().map(Rule::code).collect(Collectors.joining(", "))));
    }
}
