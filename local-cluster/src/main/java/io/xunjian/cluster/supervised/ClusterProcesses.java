package io.xunjian.cluster.supervised;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The processes of a cluster, found by what their commands say: also those that nobody supervises any more. */
record ClusterProcesses(ClusterFolder folder) {

    private static final String PART = "-Dxunjian.part=";

    /** What the command of a part says. */
    List<String> marks(String part) {
        return List.of(mark(), PART + part);
    }

    Optional<ProcessHandle> supervisor() {
        return all().stream()
                .filter(process -> says(process, PART + ClusterFolder.SUPERVISOR))
                .findFirst();
    }

    List<ProcessHandle> all() {
        return ProcessHandle.allProcesses()
                .filter(process -> says(process, mark()))
                .toList();
    }

    /** Asks it to end and waits; after so long it is ended by force. */
    static void end(ProcessHandle process, Duration patience) throws InterruptedException {
        process.destroy();
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private String mark() {
        return "-Dxunjian.cluster=" + folder.path();
    }

    private static boolean says(ProcessHandle process, String argument) {
        return process.info()
                .arguments()
                .filter(arguments -> Arrays.asList(arguments).contains(argument))
                .isPresent();
    }
}
