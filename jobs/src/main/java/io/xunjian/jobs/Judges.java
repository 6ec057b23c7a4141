package io.xunjian.jobs;

import io.xunjian.functions.CodecType;
import io.xunjian.functions.Control;
import io.xunjian.functions.Judge;
import io.xunjian.functions.JudgeSettings;
import io.xunjian.rules.FactKind;
import io.xunjian.rules.RulesOfKind;
import io.xunjian.rules.alert.Alert;
import io.xunjian.rules.book.StartingBook;
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
    private final DataStream<Control> control;
    private final StartingBook book;
    private final JudgeSettings settings;

    /** By the code of the rule that finds them. */
    private final Map<String, DataStream<Event>> signals = new HashMap<>();

    private final Map<FactKind<?>, SingleOutputStreamOperator<Alert>> judged = new LinkedHashMap<>();

    /** @param facts from streams, of each kind */
    Judges(
            Map<FactKind<?>, List<DataStream<Event>>> facts,
            DataStream<Control> control,
            StartingBook book,
            JudgeSettings settings) {
        this.facts = facts;
        this.control = control;
        this.book = book;
        this.settings = settings;
    }

    /** Others over the same facts, who hear of these what they find themselves not. */
    Judges besides() {
        Judges others = new Judges(facts, control, book, settings);
        others.signals.putAll(signals);
        return others;
    }

    /** Judges these kinds by the versions in force. */
    void judge(List<RulesOfKind<?>> kinds) {
        for (RulesOfKind<?> rules : kinds) {
            judge("", rules, Judge.of(rules, book, settings));
        }
    }

    /** Judges these kinds by shadow versions as well. */
    void judgeShadows(List<RulesOfKind<?>> kinds) {
        for (RulesOfKind<?> rules : kinds) {
            judge("shadow-", rules, Judge.ofShadows(rules, book, settings));
        }
    }

    /** @param prefix of the uids */
    private void judge(String prefix, RulesOfKind<?> rules, Judge<?> judge) {
        FactKind<?> kind = rules.kind();
        List<DataStream<Event>> inputs = new ArrayList<>(facts.get(kind));
        for (String code : kind.findings()) {
            inputs.add(Streams.facts(prefix, kind, signals.get(code), '-' + code));
        }
        SingleOutputStreamOperator<Alert> alerts =
                Streams.judge(prefix, kind, Streams.union(inputs), kind::keyOf, control, ALERT, judge);
        judged.put(kind, alerts);
        rules.rules().forEach(rule -> signals.put(rule.code(), alerts.getSideOutput(Judge.SIGNALS)));
    }

    /** By kind. */
    Map<FactKind<?>, SingleOutputStreamOperator<Alert>> judged() {
        return judged;
    }
}
