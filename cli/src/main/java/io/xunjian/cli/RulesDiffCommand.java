package io.xunjian.cli;

import io.xunjian.cluster.Language;
import io.xunjian.rules.Rules;
import io.xunjian.rules.book.BookRejected;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.pages.BookChanges;
import io.xunjian.rules.pages.Tongue;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** In what one rule book differs from another. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = {
            "Tells in what one rule book differs from another; nothing where they are the same.",
            "In the language of the environment, in Markdown."
        })
final class RulesDiffCommand implements Callable<Integer> {

    @Option(
            names = "--from",
            paramLabel = "DIR",
            description = "Rule files over the built-in ones. Default: the built-in ones alone.")
    private Path from;

    @Option(
            names = {"--to", "--rules"},
            paramLabel = "DIR",
            required = true,
            description = "Rule files over the built-in ones, to be compared with those.")
    private Path to;

    @Override
    public Integer call() throws BookRejected {
        RuleBook before = RuleBook.read(Rules.ALL, RulesCommand.overlays(from));
        RuleBook now = RuleBook.read(Rules.ALL, RulesCommand.overlays(to));
        System.out.print(
                BookChanges.text(before, now, Tongue.valueOf(Language.ofUser().name())));
        return 0;
    }
}
