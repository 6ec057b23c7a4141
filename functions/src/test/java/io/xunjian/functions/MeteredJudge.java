package io.xunjian.functions;

import io.xunjian.rules.FactKind;
import io.xunjian.rules.RulesOfKind;
import io.xunjian.rules.alert.Alert;
import io.xunjian.rules.book.Announcement;
import io.xunjian.rules.event.Event;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.operators.testutils.MockEnvironment;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;

/** A judge as Flink runs it, and its metrics. */
final class MeteredJudge implements AutoCloseable {

    private final Metered metered = new Metered();
    private final Judge<?> judge;
    private final MockEnvironment environment;
    private final AbstractStreamOperatorTestHarness<Alert> harness;

    private MeteredJudge(FactKind<?> kind, Judge<?> judge) throws Exception {
        this.judge = judge;
        environment = new MockEnvironmentBuilder()
                .setMaxParallelism(JudgeHarness.MAX_PARALLELISM)
                .setMetricGroup(metered.task())
                .build();
        harness = new AbstractStreamOperatorTestHarness<>(judge, environment);
        KeySelector<Event, String> key = kind::keyOf;
        harness.getStreamConfig().setStatePartitioner(0, key);
        harness.getStreamConfig().setStateKeySerializer(StringSerializer.INSTANCE);
        harness.getStreamConfig().serializeAllConfigs();
        harness.setup(CodecType.of(Alert.class, Alert.CODEC)
                .createSerializer(harness.getExecutionConfig().getSerializerConfig()));
        harness.initializeEmptyState();
        harness.open();
    }

    static <F> MeteredJudge of(RulesOfKind<F> rules, Judge<F> judge) throws Exception {
        return new MeteredJudge(rules.kind(), judge);
    }

    MeteredJudge arrive(Event... events) throws Exception {
        for (Event event : events) {
            judge.processElement1(new StreamRecord<>(event, event.eventTime()));
        }
        return this;
    }

    MeteredJudge rule(Announcement rule) throws Exception {
        judge.processElement2(new StreamRecord<>(Control.rule(rule), rule.publishedAt()));
        return this;
    }

    MeteredJudge watermark(long instant) throws Exception {
        judge.processWatermark(new Watermark(instant));
        return this;
    }

    Metered metered() {
        return metered;
    }

    @Override
    public void close() throws Exception {
        harness.close();
        environment.close();
    }
}
