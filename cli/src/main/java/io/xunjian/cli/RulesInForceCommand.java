package io.xunjian.cli;

import io.xunjian.jobs.RulesInForce;
import io.xunjian.rules.Instants;
import io.xunjian.rules.book.Announcement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Gives a replay what live jobs took. */
@Command(
        name = "in-force",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the rule files that live jobs took while they ran, of each rule the last: a backtest of the same events",
            "with --rules of that folder finds what they found. Rules without a file here are as the jobs were started."
        },
        sortOptions = false)
final class RulesInForceCommand implements Callable<Integer> {

    @Mixin
    private RuleTopicOptions topic;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where the files go.")
    private Path out;

    @Override
    public Integer call() throws Exception {
        List<Announcement> taken =
                RulesInForce.from(topic.arguments().toArray(String[]::new)).read();
        Files.createDirectories(out);
        for (Announcement rule : taken) {
            Path file = Files.writeString(out.resolve(rule.ruleCode() + ".yaml"), rule.file());
            System.out.println("wrote " + file + ", published at " + Instants.readable(rule.publishedAt()));
        }
        if (taken.isEmpty()) {
            System.out.println("No job has taken a rule file; all judge by those that they were started with.");
        }
        return 0;
    }
}
