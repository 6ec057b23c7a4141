package io.xunjian.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** What a job is made of. */
final class JobOptions {

    private static final String BUILT = "xunjian-jobs-*-uber.jar";

    @Option(
            names = "--jar",
            paramLabel = "FILE",
            description = "The jar of the jobs. Default: the one that this installation has built.")
    private Path jar;

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            description = "How many parts of it run side by side. Default: as before, else the cluster's own setting.")
    private int parallelism;

    int parallelism() {
        return parallelism;
    }

    /** The jar; where there is none, that is one more fault. */
    Path jar(List<String> faults) throws IOException {
        Path found = jar == null ? built() : jar;
        if (found == null) {
            faults.add("--jar: none is built here; expected jobs/target/" + BUILT);
        } else if (!Files.isRegularFile(found)) {
            faults.add("--jar: there is no file " + found);
        }
        if (parallelism < 0) {
            faults.add("--parallelism is " + parallelism + ", expected 1 or more");
        }
        return found;
    }

    static Path built() throws IOException {
        Path folder = Path.of(System.getProperty("xunjian.home", "."), "jobs", "target");
        if (!Files.isDirectory(folder)) {
            return null;
        }
        try (var jars = Files.newDirectoryStream(folder, BUILT)) {
            var first = jars.iterator();
            return first.hasNext() ? first.next() : null;
        }
    }
}
