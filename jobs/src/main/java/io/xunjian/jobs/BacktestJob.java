package io.xunjian.jobs;

import io.xunjian.connectors.BoundedDisorder;
import io.xunjian.connectors.Received;
import io.xunjian.connectors.files.FileEvents;
import io.xunjian.connectors.kafka.KafkaEvents;
import io.xunjian.functions.JudgeSettings;
import io.xunjian.rules.book.BookRejected;
import io.xunjian.rules.book.StartingBook;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.files.BrokenFile;
import io.xunjian.rules.files.OutFolder;
import io.xunjian.rules.files.Summary;
import io.xunjian.rules.trial.Trial;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ExceptionUtils;

/** The backtest on Flink: for histories that outgrow one machine's memory. The rules are the live job's. */
public final class BacktestJob {

    /** Without passage of time no fact is late. */
    private static final JudgeSettings NOTHING_LATE =
            JudgeSettings.of(Duration.ofDays(1).toMillis(), WatchSettings.HOT_MEMORY);

    private BacktestJob() {}

    public static void main(String[] args) throws Exception {
        if (Arguments.askForHelp(args)) {
            System.out.print(BacktestSettings.HELP);
            return;
        }
        BacktestSettings settings = BacktestSettings.from(args);
        if (settings.isDetached()) {
            graph(settings).execute("backtest");
        } else {
            run(settings, records -> {});
        }
    }

    /**
     * Runs the backtest to its end and writes its files.
     *
     * @param progress is told now and then how many records were read; Flink counts them at each heartbeat
     * @throws BrokenFile if a file of events cannot be read for what is in it
     */
    public static Summary run(BacktestSettings settings, LongConsumer progress) throws Exception {
        prepare(settings);
        return finish(settings, execute(graph(settings), progress).getAllAccumulatorResults());
    }

    /** What comes before the job: looks whether topics are there, and makes the folder. */
    public static void prepare(BacktestSettings settings) throws IOException, SettingsRejected {
        if (settings.kafka() != null) {
            settings.kafka().topics().check(settings.kafka().client());
        }
        new OutFolder(settings.out()).prepare();
    }

    /**
     * What comes after the job: gives the files their names, and writes the summary.
     *
     * @param counts the job's accumulators, numbers as {@code Long}
     */
    public static Summary finish(BacktestSettings settings, Map<String, ?> counts) throws IOException {
        Summary summary = Accumulated.summary(settings.trial(), counts);
        new OutFolder(settings.out()).finish(summary);
        return summary;
    }

    /** How many records a job with these accumulators has read. */
    public static long records(Map<String, ?> counts) {
        return Accumulated.records(counts);
    }

    private static JobExecutionResult execute(StreamExecutionEnvironment env, LongConsumer progress) throws Exception {
        JobClient job = env.executeAsync("backtest");
        CompletableFuture<JobExecutionResult> result = job.getJobExecutionResult();
        long records = 0;
        try {
            while (true) {
                records = Math.max(records, recordsSoFar(job));
                progress.accept(records);
                try {
                    return result.get(1, TimeUnit.SECONDS);
                } catch (TimeoutException e) {
                    // not yet at its end
                }
            }
        } catch (ExecutionException e) {
            throw told(e.getCause());
        }
    }

    /** Those that are known: 0 where the job does not answer, as before its start and after its end. */
    private static long recordsSoFar(JobClient job) throws InterruptedException {
        try {
            return Accumulated.records(job.getAccumulators().get(1, TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException | IllegalStateException e) { // the last: Flink has ended
            return 0;
        }
    }

    /** A file that is broken fails as it does without Flink, not inside Flink's own failures. */
    private static Exception told(Throwable failure) {
        Optional<BrokenFile> broken =
                ExceptionUtils.findSerializedThrowable(failure, BrokenFile.class, BacktestJob.class.getClassLoader());
        return broken.isPresent()
                ? broken.get()
                : failure instanceof Exception e ? e : new IllegalStateException(failure);
    }

    static StreamExecutionEnvironment graph(BacktestSettings settings) throws IOException, BookRejected {
        StreamExecutionEnvironment env = Environments.bounded(settings.mode());
        DataStream<Received> records = settings.kafka() == null ? files(settings, env) : kafka(settings.kafka(), env);
        BacktestSinks sinks = new BacktestSinks(new OutFolder(settings.out().toAbsolutePath()));
        if (settings.mode() == RuntimeExecutionMode.BATCH) {
            sinks.write(new BatchJudging(settings.trial()).judge(records, settings.until()), settings.trial());
        } else {
            sinks.write(new Judging(StartingBook.of(settings.trial().book(Trial.BASELINE)), NOTHING_LATE)
                    .bounded(records, settings.until()));
        }
        return env;
    }

    private static DataStream<Received> files(BacktestSettings settings, StreamExecutionEnvironment env)
            throws IOException {
        return env.fromSource(
                        FileEvents.source(settings.events(), Streams.RECEIVED),
                        BoundedDisorder.unbounded(),
                        "events",
                        Streams.RECEIVED)
                .uid("events");
    }

    private static DataStream<Received> kafka(KafkaInput input, StreamExecutionEnvironment env) {
        List<DataStream<Received>> streams = new ArrayList<>();
        for (Stream stream : Stream.values()) {
            String name = "events-" + stream.topic();
            streams.add(env.fromSource(
                            KafkaEvents.bounded(
                                    input.client(),
                                    input.topics().of(stream),
                                    stream,
                                    input.from(),
                                    input.futureBound(),
                                    Streams.RECEIVED),
                            BoundedDisorder.unbounded(),
                            name,
                            Streams.RECEIVED)
                    .uid(name));
        }
        return Streams.union(streams);
    }
}
