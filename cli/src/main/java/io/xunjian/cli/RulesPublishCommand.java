package io.xunjian.cli;

import io.xunjian.jobs.Publication;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives a rule file to the jobs that run. */
@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        description = {
            "Publishes a rule file to the live jobs, which take it without a restart. It has every version that was ever in",
            "force, unchanged, and those to come. Refused here, with every reason, is what the jobs would refuse.",
            "Exit codes: 0 published, or in force already; 2 refused."
        },
        sortOptions = false)
final class RulesPublishCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Parameters(paramLabel = "FILE", description = "The rule file, YAML.")
    private Path file;

    @Mixin
    private RuleTopicOptions topic;

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "The rule files that the jobs were started with, if any.")
    private Path rules;

    @Option(
            names = "--rule-lead",
            paramLabel = "DURATION",
            description = "How long before it takes effect the jobs want to know of a version, as they were told."
                    + " Default: PT1H")
    private String lead;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description =
                    "When it counts as published, where the events are not of today: epoch milliseconds or RFC 3339."
                            + " Default: now.")
    private String at;

    @Override
    public Integer call() throws Exception {
        List<String> arguments = new ArrayList<>(List.of("--file", file.toString()));
        arguments.addAll(topic.arguments());
        add(arguments, "--rules", rules);
        add(arguments, "--rule-lead", lead);
        add(arguments, "--at", at);
        Publication publication = Publication.from(arguments.toArray(String[]::new), System.currentTimeMillis());
        if (!publication.publish()) {
            System.out.println("All of it is in force already; nothing was published.");
        } else if (publication.isTakenWithin(PATIENCE)) {
            System.out.println("Published at " + publication.when() + "; a live job has taken it.");
        } else {
            System.out.println("Published at " + publication.when()
                    + "; no live job has taken it yet. One that refuses it" + " says why in dead-letters.");
        }
        return 0;
    }

    private static void add(List<String> arguments, String name, Object value) {
        if (value != null) {
            arguments.addAll(List.of(name, value.toString()));
        }
    }
}
