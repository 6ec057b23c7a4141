package io.xunjian.jobs;

import io.xunjian.functions.CodecType;
import io.xunjian.functions.Judge;
import io.xunjian.functions.JudgeSettings;
import io.xunjian.rules.FactKind;
import io.xunjian.rules.RulesOfKind;
import io.xunjian.rules.alert.Alert;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.event.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** The judges of one book over the facts of all kinds; what one finds goes to those that take it. */
final class Judges {

    private static final TypeInformation<Alert> ALERT = CodecType.of(Alert.class, Alert.CODEC);

    private final Map<FactKind<?>, List<DataStream<Event>>> facts;
    private final DataStream<Long> horizon;
    private final JudgeSettings settings;

    /** By the code of the rule that finds them. */
    private final Map<String, DataStream<Event>> signals = new HashMap<>();

    private final Map<FactKind<?>, SingleOutputStreamOperator<Alert>> judged = new LinkedHashMap<>();

    /** @param facts from streams, of each kind */
    Judges(Map<FactKind<?>, List<DataStream<Event>>> facts, DataStream<Long> horizon, JudgeSettings settings) {
        this.facts = facts;
        this.horizon = horizon;
        this.settings = settings;
    }

    /** Others over the same facts, who hear of these what they find themselves not. */
    Judges besides() {
        Judges others = new Judges(facts, horizon, settings);
        others.signals.putAll(signals);
        return others;
    }

    /**
     * Judges these kinds.
     *
     * @param prefix of the uids
     */
    void judge(String prefix, List<RulesOfKind<?>> kinds, RuleBook book) {
        for (RulesOfKind<?> rules : kinds) {
            SingleOutputStreamOperator<Alert> judge = judge(prefix, rules, book);
            judged.put(rules.kind(), judge);
            rules.rules().forEach(rule -> signals.put(rule.code(), judge.getSideOutput(Judge.SIGNALS)));
        }
    }

    private <F> SingleOutputStreamOperator<Alert> judge(String prefix, RulesOfKind<F> rules, RuleBook book) {
        FactKind<F> kind = rules.kind();
        List<DataStream<Event>> inputs = new ArrayList<>(facts.get(kind));
        for (String code : kind.findings()) {
            inputs.add(Streams.facts(prefix, kind, signals.get(code), '-' + code));
        }
        return Streams.judge(
                prefix, kind, Streams.union(inputs), kind::keyOf, horizon, ALERT, new Judge<>(rules, book, settings));
    }

    /** By kind. */
    Map<FactKind<?>, SingleOutputStreamOperator<Alert>> judged() {
        return judged;
    }
}
