package io.xunjian.bench.peers.plainflink;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Late shipments in files of events, by a job of Flink written by hand.
 *
 * <p>{@code main(eventsFolder, outFolder, mode)}: {@code heap} and {@code rocksdb} stream, {@code batch} sorts.
 */
public final class PlainFlinkFiles {

    private PlainFlinkFiles() {}

    public static void main(String[] args) throws Exception {
        Path events = Path.of(args[0]).toAbsolutePath();
        Path out = Files.createDirectories(Path.of(args[1]).toAbsolutePath());
        Path due = out.resolve("due");
        Path perhapsDue = out.resolve("perhaps-due");
        String mode = args[2];

        StreamExecutionEnvironment env =
                mode.equals("batch") ? Environments.batch(out) : Environments.streaming(out, mode);
        SingleOutputStreamOperator<Alert> alerts = events(events.resolve("orders.jsonl"), env)
                .union(events(events.resolve("shipments.jsonl"), env))
                .keyBy(event -> event.orderId)
                .process(new NetLateShipments())
                .name("late shipments");
        alerts.sinkTo(new AlertSink(due)).name("due");
        alerts.getSideOutput(NetLateShipments.PERHAPS_DUE)
                .sinkTo(new AlertSink(perhapsDue))
                .name("perhaps due");

        JobClient job = env.executeAsync("late shipments");
        System.out.println("started");
        JobExecutionResult result = job.getJobExecutionResult().get();
        long horizon = result.<Long>getAccumulatorResult(RelevantEvents.HORIZON);
        Parts.join(due, out.resolve("alerts.jsonl"));
        Parts.addRaisedBy(horizon, perhapsDue, out.resolve("alerts.jsonl"));
    }

    /** Two files are read at two speeds: each is a source with watermarks of its own. */
    private static DataStream<Event> events(Path file, StreamExecutionEnvironment env) {
        FileSource<Event> source = FileSource.forRecordStreamFormat(
                        new EventFormat(), new org.apache.flink.core.fs.Path(file.toUri()))
                .build();
        WatermarkStrategy<Event> watermarks = WatermarkStrategy.<Event>forBoundedOutOfOrderness(Duration.ofSeconds(60))
                .withTimestampAssigner((event, unset) -> event.eventTime);
        return env.fromSource(source, watermarks, file.getFileName().toString())
                .setParallelism(1)
                .filter(new RelevantEvents())
                .setParallelism(1);
    }
}
