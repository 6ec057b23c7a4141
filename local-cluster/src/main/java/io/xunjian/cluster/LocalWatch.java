package io.xunjian.cluster;

import io.xunjian.jobs.LiveStart;
import io.xunjian.jobs.Topics;
import io.xunjian.jobs.WatchJob;
import io.xunjian.jobs.WatchSettings;
import java.io.PrintStream;
import java.nio.file.Path;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;

/** The live job on a Flink in this process, with each alert as a line. */
public final class LocalWatch {

    /** Two parts of every topic are read and judged side by side. */
    private static final int SLOTS = 2;

    private final LocalFlink flink;
    private final JobID job;

    private LocalWatch(LocalFlink flink, JobID job) {
        this.flink = flink;
        this.job = job;
    }

    /**
     * Watches a Kafka that is there already, until the process is asked to end.
     *
     * @param folder where Flink keeps its checkpoints: a second run goes on where the first one stopped
     * @throws CannotStart if Flink's port is taken, or the job ended by itself
     */
    public static void run(WatchSettings settings, Path folder, ScreenSettings screen, PrintStream out)
            throws Exception {
        new LoopbackPort(screen.flinkPort(), "Flink", "--flink-port").requireFree();
        try (Parts parts = new Parts(out)) {
            LocalWatch watch = start(settings, folder, screen, parts, out);
            out.println(screen.language()
                    .of(
                            "Watching; Flink is at " + watch.address() + ". Ctrl-C ends it.",
                            "正在监控；Flink 页面：" + watch.address() + "。按 Ctrl-C 停止。"));
            parts.awaitEnd(watch::check);
        }
    }

    static LocalWatch start(WatchSettings settings, Path folder, ScreenSettings screen, Parts parts, PrintStream out)
            throws Exception {
        Topics topics = new Topics(settings.topicPrefix());
        LiveStart live = topics.check(settings.client(), settings.book());
        LocalFlink flink = LocalFlink.start(screen.flinkPort(), SLOTS, folder);
        parts.keep(flink::close);
        JobID job = flink.run(WatchJob.graph(settings, live, flink.forJobs()), "watch");
        parts.keep(() -> flink.stop(job));
        AlertLine line = new AlertLine(screen.language(), screen.isTerminal());
        parts.keep(AlertScreen.open(settings.client(), topics.alerts(), line, out)::close);
        return new LocalWatch(flink, job);
    }

    String address() throws Exception {
        return flink.address();
    }

    void check() throws Exception {
        JobStatus status = flink.status(job);
        if (status.isGloballyTerminalState()) {
            throw new CannotStart("The job has " + status + "; its log is flink.log beside its data.");
        }
    }
}
