package io.xunjian.connectors.rules;

import io.xunjian.rules.Instants;
import io.xunjian.rules.Rules;
import io.xunjian.rules.book.Amendment;
import io.xunjian.rules.book.Announcement;
import io.xunjian.rules.book.BookRejected;
import io.xunjian.rules.book.Fault;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.book.StartingBook;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes rule files that are published while the job runs, or refuses them; whatever stands in one, the job goes on. One
 * subtask, so that all judges get the files in one order. Counts both in metrics. State: of each rule the file that was taken
 * last.
 */
public final class RuleAdmission extends ProcessFunction<PublishedRule, Announcement> implements CheckpointedFunction {

    private static final Logger LOG = LoggerFactory.getLogger(RuleAdmission.class);
    private static final String SOURCE = "rules";

    private final StartingBook start;
    private final long lead;
    private final OutputTag<RefusedRule> refused;
    private final TypeInformation<Announcement> type;

    private transient ListState<Announcement> state;
    private transient StartingBook taken;
    private transient RuleBook book;

    /** For whose shadow versions the job has judges. */
    private transient RuleBook started;

    private transient Counter rulesTaken;
    private transient Counter rulesRefused;

    /**
     * Makes an admission.
     *
     * @param lead ms by which a version is to be announced before it takes effect
     */
    public RuleAdmission(
            StartingBook start, long lead, OutputTag<RefusedRule> refused, TypeInformation<Announcement> type) {
        this.start = start;
        this.lead = lead;
        this.refused = refused;
        this.type = type;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        state = context.getOperatorStateStore().getListState(new ListStateDescriptor<>("taken", type));
        taken = start.with(state.get());
        book = taken.whole(Rules.ALL);
        started = start.whole(Rules.ALL);
    }

    @Override
    public void open(OpenContext openContext) {
        rulesTaken = getRuntimeContext().getMetricGroup().counter("rules_taken");
        rulesRefused = getRuntimeContext().getMetricGroup().counter("rules_refused");
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        state.update(taken.announced());
    }

    @Override
    public void processElement(PublishedRule rule, Context context, Collector<Announcement> out) {
        try {
            take(rule, out);
        } catch (BookRejected e) {
            List<String> faults = e.faults().stream().map(Fault::toString).toList();
            LOG.warn("The rule file at offset {} is refused: {}", rule.offset(), String.join("; ", faults));
            rulesRefused.inc();
            context.output(refused, new RefusedRule(rule, faults));
        }
    }

    private void take(PublishedRule rule, Collector<Announcement> out) throws BookRejected {
        if (rule.file() == null || rule.publishedAt() < 0) {
            throw new BookRejected(List.of(new Fault(
                    SOURCE,
                    0,
                    rule.file() == null
                            ? "the record is empty, or no UTF-8 text; a rule cannot be taken away"
                            : "the record has no timestamp; nobody can say when it was published")));
        }
        Amendment amendment = Amendment.read(book, Rules.ALL, SOURCE, rule.file());
        if (amendment.saysNothingNew() || isOverridden(amendment.ruleCode(), rule.publishedAt())) {
            LOG.info("The file of {} at offset {} says nothing new", amendment.ruleCode(), rule.offset());
            return;
        }
        amendment.requireEarly(Rules.of(amendment.ruleCode()), rule.publishedAt(), lead);
        Announcement announcement = amendment.published(rule.publishedAt());
        amendment.requireShadowsJudged(started);
        taken = taken.with(List.of(announcement));
        book = amendment.taken();
        LOG.info(
                "The file of {} at offset {}, published at {}, is taken",
                announcement.ruleCode(),
                rule.offset(),
                Instants.readable(rule.publishedAt()));
        rulesTaken.inc();
        out.collect(announcement);
    }

    /** Read again by a job that began with what came after it. */
    private boolean isOverridden(String ruleCode, long publishedAt) {
        return taken.announced().stream()
                .anyMatch(last -> last.ruleCode().equals(ruleCode) && last.publishedAt() > publishedAt);
    }
}
