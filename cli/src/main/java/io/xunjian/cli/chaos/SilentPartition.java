package io.xunjian.cli.chaos;

import io.xunjian.cluster.Topics;
import io.xunjian.cluster.traffic.TrafficRecord;
import io.xunjian.rules.Rules;
import io.xunjian.rules.event.Stream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.utils.Utils;

/** Of one partition of the shipments nothing comes any more: nothing that rests on shipments may be said, and the log tells. */
final class SilentPartition implements Scenario.Script {

    private static final int SILENT = 1;
    private static final double SILENT_FROM = 0.3;
    private static final double SILENT_TO = 0.8;
    private static final Pattern RAISED = Pattern.compile(
            "\"ruleCode\":\"(" + String.join("|", Rules.restingOn(Stream.SHIPMENTS)) + ")\".*\"raisedAt\":(\\d+)");
    private static final String TOLD = "The stream shipments stands still";

    @Override
    public void play(Run run) throws IOException, InterruptedException {
        long from = run.feed().sentAt(SILENT_FROM);
        run.feed().withhold(record -> record.sentAt() > from && isSilent(record));
        run.job().start();
        run.feed().start(SILENT_TO);
        run.feed().await(SILENT_TO);
        run.awaitLog(TOLD);
        run.job().awaitCheckpoints(3);
        AtomicLong tooMuch = new AtomicLong();
        try (TopicContents alerts = new TopicContents(run.stage().bootstrap(), Topics.ALERTS, value -> {
            Matcher raised = RAISED.matcher(value);
            if (raised.find() && Long.parseLong(raised.group(2)) > from) {
                tooMuch.incrementAndGet();
            }
        })) {
            alerts.look();
        }
        if (tooMuch.get() > 0) {
            run.remark(tooMuch + " alerts were said of a time of which nothing was known");
        }
        run.strike(() -> run.feed().sendWithheld());
    }

    private static boolean isSilent(TrafficRecord record) {
        return record.stream() == Stream.SHIPMENTS && partition(record) == SILENT;
    }

    /** Where Kafka's own producer sends a key. */
    private static int partition(TrafficRecord record) {
        return record.partition() != TrafficRecord.BY_KEY
                ? record.partition()
                : Utils.toPositive(Utils.murmur2(record.key().getBytes(StandardCharsets.UTF_8))) % Topics.PARTITIONS;
    }
}
