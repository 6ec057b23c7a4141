package io.xunjian.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./xunjian}: one command for everything. */
@Command(
        name = "xunjian",
        description = "Finds violations of marketplace rules: live, on a Flink cluster, and in history.",
        mixinStandardHelpOptions = true,
        version = "xunjian 0.1.0",
        subcommands = {
            DemoCommand.class,
            ConsoleCommand.class,
            WatchCommand.class,
            ClusterCommand.class,
            SubmitCommand.class,
            DoctorCommand.class,
            BacktestCommand.class,
            ExplainCommand.class,
            VerifyCommand.class,
            RulesCommand.class,
            TrafficCommand.class,
            ChaosCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit codes: 0 done; 1 failed while running, a test of a rule failed, an alert does not verify, or the doctor finds a",
            "fault; 2 refused: an option, a folder or a rule file is wrong; 3 a candidate fails --fail-if."
        })
public final class Main {

    static final int FAILED = 1;
    static final int REFUSED = 2;
    static final int GATE_FAILED = 3;

    private Main() {}

    public static void main(String[] args) {
        // Alerts and files are UTF-8 whatever the locale says.
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        int code = commandLine().execute(args.length == 0 ? new String[] {"--help"} : args);
        System.exit(code);
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new Failures());
    }
}
