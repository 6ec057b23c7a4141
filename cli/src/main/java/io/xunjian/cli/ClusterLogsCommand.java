package io.xunjian.cli;

import io.xunjian.cluster.supervised.ClusterFolder;
import io.xunjian.cluster.supervised.PartLog;
import io.xunjian.jobs.SettingsRejected;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a part of a cluster logs. */
@Command(
        name = "logs",
        mixinStandardHelpOptions = true,
        description = "Shows the end of a part's log. Exit code 2 where there is no such log.",
        sortOptions = false)
final class ClusterLogsCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "PART",
            defaultValue = "supervisor",
            description = "As 'status' names it. Default: the supervisor, who tells what ended and was started again.")
    private String part;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with what is logged from now on, until Ctrl-C.")
    private boolean isFollowing;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            defaultValue = "50",
            description = "How many lines. Default: ${DEFAULT-VALUE}")
    private int lines;

    @Mixin
    private ClusterCommand.FolderOption data;

    @Override
    public Integer call() throws IOException, InterruptedException, SettingsRejected {
        ClusterFolder folder = data.folder();
        List<String> parts = PartLog.all(folder);
        if (!parts.contains(part)) {
            throw new SettingsRejected(List.of("There is no log of '" + part + "' in " + folder.path()
                    + (parts.isEmpty() ? "" : "; expected one of " + String.join(", ", parts))));
        }
        PartLog log = new PartLog(folder.log(part));
        log.printLast(lines, System.out);
        while (isFollowing) {
            Thread.sleep(200);
            log.printNew(System.out);
        }
        return 0;
    }
}
