package io.xunjian.jobs;

import io.xunjian.connectors.Unwaited;
import io.xunjian.connectors.kafka.KafkaRules;
import io.xunjian.connectors.kafka.KafkaSinks;
import io.xunjian.connectors.rules.PublishedRule;
import io.xunjian.connectors.rules.RefusedRule;
import io.xunjian.connectors.rules.RuleAdmission;
import io.xunjian.functions.CodecType;
import io.xunjian.rules.book.Announcement;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.OutputTag;

/** Rule files on their way to the judges of a live run. Nothing waits for them: none may come for months. */
final class LiveRules {

    private static final TypeInformation<PublishedRule> PUBLISHED =
            CodecType.of(PublishedRule.class, PublishedRule.CODEC);
    private static final TypeInformation<Announcement> TAKEN = CodecType.of(Announcement.class, Announcement.CODEC);
    private static final OutputTag<RefusedRule> REFUSED =
            new OutputTag<>("refused-rules", CodecType.of(RefusedRule.class, RefusedRule.CODEC));

    private LiveRules() {}

    /** Those that are taken; what is taken and what is refused goes to its topic. */
    static DataStream<Announcement> taken(
            StreamExecutionEnvironment env, WatchSettings settings, LiveStart start, KafkaSinks sinks) {
        Topics topics = new Topics(settings.topicPrefix());
        SingleOutputStreamOperator<Announcement> taken = env.fromSource(
                        KafkaRules.source(settings.client(), settings.group(), topics.rules(), PUBLISHED),
                        WatermarkStrategy.noWatermarks(),
                        "rules",
                        PUBLISHED)
                .setParallelism(1)
                .uid("rules")
                .transform("not waited for", PUBLISHED, new Unwaited<>())
                .setParallelism(1)
                .uid("unwaited-rules")
                .process(new RuleAdmission(start.book(), settings.ruleLead().toMillis(), REFUSED, TAKEN))
                .returns(TAKEN)
                .setParallelism(1)
                .name("rule admission")
                .uid("rule-admission");
        taken.sinkTo(sinks.takenRules(topics.rulesInForce()))
                .setParallelism(1)
                .name("rules in force")
                .uid("rules-in-force");
        taken.getSideOutput(REFUSED)
                .sinkTo(sinks.refusedRules(topics.deadLetters()))
                .setParallelism(1)
                .name("refused rules")
                .uid("refused-rules");
        return taken;
    }
}
