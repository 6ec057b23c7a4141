package io.xunjian.functions;

import io.xunjian.rules.FactKind;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Rules;
import io.xunjian.rules.RulesOfKind;
import io.xunjian.rules.alert.Alert;
import io.xunjian.rules.book.Announcement;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.book.StartingBook;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.files.Count;
import io.xunjian.rules.json.LateEvent;
import io.xunjian.rules.testing.NetAlert;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.apache.flink.api.common.accumulators.Accumulator;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.TestableKeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** One subtask of a judge as Flink runs it, without a cluster: events, watermarks and the horizon come by hand. */
final class JudgeHarness implements AutoCloseable {

    static final int MAX_PARALLELISM = 720;

    /** Where the state lies. */
    enum Backend {
        HEAP(false, 1 << 20),
        /** Keys leave memory for others all the time. */
        HEAP_NARROW(false, 1 << 11),
        /** Memory takes none. */
        HEAP_ALONE(false, 0),
        ROCKSDB(true, 1 << 20),
        ROCKSDB_NARROW(true, 1 << 11);

        private final boolean isOnDisk;

        private final long hotBytes;

        Backend(boolean isOnDisk, long hotBytes) {
            this.isOnDisk = isOnDisk;
            this.hotBytes = hotBytes;
        }
    }

    /** Which judge, under which book, with which lateness, on which state. */
    record Setup(RulesOfKind<?> rules, RuleBook book, long allowedLateness, Backend backend) {

        JudgeHarness start() throws Exception {
            return restored(null, 1, 0);
        }

        /** @param state of all subtasks of the judge that was, {@code null} for none */
        JudgeHarness restored(OperatorSubtaskState state, int parallelism, int subtask) throws Exception {
            return new JudgeHarness(this, state, parallelism, subtask);
        }
    }

    private final FactKind<?> kind;
    private final Judge<?> operator;
    private final KeyedTwoInputStreamOperatorTestHarness<String, Event, Control, Alert> harness;
    private long watermark = Instants.BEFORE_ALL;

    private JudgeHarness(Setup setup, OperatorSubtaskState state, int parallelism, int subtask) throws Exception {
        FactKind<?> keys = setup.rules.kind();
        kind = keys;
        operator = Judge.of(
                setup.rules,
                StartingBook.of(setup.book),
                new JudgeSettings(setup.allowedLateness, setup.backend.hotBytes));
        harness = new KeyedTwoInputStreamOperatorTestHarness<>(
                operator, keys::keyOf, null, Types.STRING, MAX_PARALLELISM, parallelism, subtask);
        harness.getExecutionConfig()
                .configure(
                        new Configuration().set(PipelineOptions.GENERIC_TYPES, false),
                        getClass().getClassLoader());
        harness.setStateBackend(setup.backend.isOnDisk ? new EmbeddedRocksDBStateBackend() : new HashMapStateBackend());
        harness.setup(CodecType.of(Alert.class, Alert.CODEC)
                .createSerializer(harness.getExecutionConfig().getSerializerConfig()));
        if (state == null) {
            harness.initializeEmptyState();
        } else {
            harness.initializeState(AbstractStreamOperatorTestHarness.repartitionOperatorState(
                    state, MAX_PARALLELISM, 1, parallelism, subtask));
        }
        harness.open();
        harness.processWatermark2(Watermark.MAX_WATERMARK);
    }

    /** The rules over the kind of that name. */
    static RulesOfKind<?> rulesOver(String kindName) {
        return Rules.byKind().stream()
                .filter(rules -> rules.kind().name().equals(kindName))
                .findFirst()
                .orElseThrow();
    }

    JudgeHarness arrive(Event... events) throws Exception {
        for (Event event : events) {
            if (kind.keyOf(event) != null) {
                harness.processElement1(event, event.eventTime());
            }
        }
        return this;
    }

    /** All that happened up to then is known. */
    JudgeHarness watermark(long instant) throws Exception {
        watermark = Math.max(watermark, instant);
        harness.processWatermark1(new Watermark(instant));
        return this;
    }

    JudgeHarness horizon(long instant) throws Exception {
        harness.processElement2(Control.horizon(instant), instant);
        return this;
    }

    /** A rule file comes that was taken. */
    JudgeHarness rule(Announcement rule) throws Exception {
        harness.processElement2(Control.rule(rule), rule.publishedAt());
        return this;
    }

    /** The input ends. */
    JudgeHarness end() throws Exception {
        return watermark(Watermark.MAX_WATERMARK.getTimestamp());
    }

    OperatorSubtaskState snapshot() throws Exception {
        return harness.snapshot(1, 1);
    }

    /** Every alert that was emitted, in order. */
    List<Alert> alerts() {
        return List.copyOf(harness.extractOutputValues());
    }

    /** Every state of an alert that was emitted, in order. */
    List<NetAlert> said() {
        return alerts().stream().map(alert -> NetAlert.of(alert.finding())).toList();
    }

    /** What a reader of the alerts holds. */
    List<NetAlert> net() {
        return NetAlert.net(said());
    }

    List<Event> signals() {
        return side(Judge.SIGNALS);
    }

    /** The signals since this was last asked. */
    List<Event> takeSignals() {
        List<Event> taken = signals();
        if (!taken.isEmpty()) {
            harness.getSideOutput(Judge.SIGNALS).clear();
        }
        return taken;
    }

    List<LateEvent> late() {
        return side(Judge.LATE);
    }

    private <T> List<T> side(OutputTag<T> tag) {
        Queue<StreamRecord<T>> records = harness.getSideOutput(tag);
        List<T> values = new ArrayList<>();
        if (records != null) {
            records.forEach(record -> values.add(record.getValue()));
        }
        return values;
    }

    int timers() {
        return harness.numEventTimeTimers() + operator.keysInMemory();
    }

    int keysInMemory() {
        return operator.keysInMemory();
    }

    /** Of how many keys something is kept. */
    long keys() {
        try (var keys = operator.getKeyedStateBackend().getKeys("held", VoidNamespace.INSTANCE)) {
            return keys.count() + operator.keysInMemory();
        }
    }

    /** Everything that is kept; on RocksDB, its timers too. */
    int entries() {
        return operator.keysInMemory()
                + ((TestableKeyedStateBackend<?>) operator.getKeyedStateBackend()).numKeyValueStateEntries();
    }

    long counted(String stream, Count count) {
        Accumulator<?, ?> accumulator = operator.getRuntimeContext().getAccumulator(stream + '.' + count.jsonName());
        return accumulator == null ? 0 : (Long) accumulator.getLocalValue();
    }

    long watermark() {
        return watermark;
    }

    @Override
    public void close() throws Exception {
        harness.close();
    }
}
