package io.xunjian.jobs;

import io.xunjian.connectors.BoundedDisorder;
import io.xunjian.connectors.Received;
import io.xunjian.connectors.files.FileEvents;
import io.xunjian.connectors.files.FileSinks;
import io.xunjian.rules.files.BrokenFile;
import io.xunjian.rules.files.OutFolder;
import io.xunjian.rules.files.Summary;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.runtime.client.JobExecutionException;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ExceptionUtils;

/** The backtest on Flink: for histories that outgrow one machine's memory. The graph is the live job's. */
public final class BacktestJob {

    private BacktestJob() {}

    public static void main(String[] args) throws Exception {
        if (Arguments.askForHelp(args)) {
            System.out.print(BacktestSettings.HELP);
            return;
        }
        run(BacktestSettings.from(args));
    }

    /**
     * Runs the backtest to its end and writes its files.
     *
     * @throws BrokenFile if a file of events cannot be read for what is in it
     */
    public static Summary run(BacktestSettings settings) throws Exception {
        OutFolder out = new OutFolder(settings.out());
        out.prepare();
        Summary summary = Accumulated.summary(execute(graph(settings)));
        out.finish(OutFolder.ALERTS);
        out.finish(OutFolder.DEAD_LETTERS);
        out.write(summary);
        return summary;
    }

    /** A file that is broken fails as it does without Flink, not inside Flink's own failures. */
    private static JobExecutionResult execute(StreamExecutionEnvironment env) throws Exception {
        try {
            return env.execute("backtest");
        } catch (JobExecutionException e) {
            Optional<BrokenFile> broken =
                    ExceptionUtils.findSerializedThrowable(e, BrokenFile.class, BacktestJob.class.getClassLoader());
            if (broken.isPresent()) {
                throw broken.get();
            }
            throw e;
        }
    }

    static StreamExecutionEnvironment graph(BacktestSettings settings) throws IOException {
        StreamExecutionEnvironment env = Environments.bounded(settings.mode());
        DataStream<Received> records = env.fromSource(
                        FileEvents.source(settings.events(), Judging.RECEIVED),
                        BoundedDisorder.unbounded(),
                        "events",
                        Judging.RECEIVED)
                .uid("events");
        Judging.Found found =
                new Judging(settings.book(), Duration.ofDays(1).toMillis()).bounded(records, settings.until());
        OutFolder out = new OutFolder(settings.out().toAbsolutePath());
        found.alerts()
                .process(new Totals())
                .returns(found.alerts().getType())
                .name("totals")
                .uid("totals")
                .sinkTo(FileSinks.alerts(out.unfinished(OutFolder.ALERTS)))
                .setParallelism(1)
                .name("alerts")
                .uid("alerts");
        found.deadLetters()
                .sinkTo(FileSinks.deadLetters(out.unfinished(OutFolder.DEAD_LETTERS)))
                .setParallelism(1)
                .name("dead letters")
                .uid("dead-letters");
        return env;
    }
}
