package io.xunjian.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Jobs on a Flink cluster. */
@Command(
        name = "submit",
        mixinStandardHelpOptions = true,
        subcommands = {
            SubmitWatchCommand.class,
            SubmitBacktestCommand.class,
            SubmitListCommand.class,
            SubmitStopCommand.class,
            SubmitUpgradeCommand.class
        },
        description = {
            "Runs jobs on a Flink cluster.",
            "On one that './xunjian cluster start' started, or on any other of Flink 2.3.",
            "Exit codes: 0 done; 1 the job failed, or the cluster while it was asked; 2 refused: a setting is wrong, a topic",
            "missing, or no cluster answers; 3 a candidate fails --fail-if."
        },
        synopsisSubcommandLabel = "COMMAND")
final class SubmitCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "One of watch, backtest, list, stop, upgrade is missing");
    }
}
