package io.xunjian.console.desk;

import io.xunjian.console.feed.Intake;
import io.xunjian.console.feed.Unreadable;
import io.xunjian.console.feed.UnreadableRecord;
import io.xunjian.console.store.AlertArrived;
import io.xunjian.console.store.AlertRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Handle;

/**
 * Takes the topic {@code decisions} into the database. All that it writes is made of the topic alone, in its order: a database
 * that was lost is made again as it was. What was decided of an alert waits for it, and stays when it is revoked.
 */
public final class DecisionIntake implements Intake, AlertArrived {

    private final Progress progress;
    private final Consumer<Decided> news;

    /**
     * An intake.
     *
     * @param news is told after each commit, in the feed's thread
     */
    public DecisionIntake(Progress progress, Consumer<Decided> news) {
        this.progress = progress;
        this.news = news;
    }

    @Override
    public void write(Handle handle, List<ConsumerRecord<byte[], byte[]>> records) {
        Map<ConsumerRecord<byte[], byte[]>, Decision> decisions = new LinkedHashMap<>();
        Unreadable unreadable = new Unreadable();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                decisions.put(record, DecisionJson.read(record));
            } catch (UnreadableRecord e) {
                unreadable.add(record, e);
            }
        }
        unreadable.write(handle);
        List<Target> targets =
                decisions.values().stream().map(Decision::target).distinct().toList();
        List<String> undone = decisions.values().stream()
                .filter(decision -> decision.kind() == DecisionKind.UNDO)
                .map(Decision::undoes)
                .distinct()
                .toList();
        Map<Target, Standing<?>> standings = Standings.of(handle, targets);
        DeskBatch batch = new DeskBatch(standings, DecisionRows.of(handle, undone));
        decisions.forEach((record, decision) -> batch.add(record.partition(), record.offset(), decision));
        DecisionRows.insert(handle, batch.added());
        DecisionRows.updateEffect(handle, batch.undone());
        StandingsWriter.write(handle, batch.changed(), standings.keySet());
    }

    @Override
    public void arrived(Handle handle, List<AlertRow> rows) {
        List<AlertRow> fresh = rows.stream().filter(AlertRow::isFirst).toList();
        if (fresh.isEmpty()) {
            return;
        }
        List<Target> alerts = fresh.stream()
                .<Target>map(row -> new Target.OfAlert(row.alertId()))
                .toList();
        StandingsWriter.copyStates(handle, Standings.of(handle, alerts));
        Object[] subjects = fresh.stream().map(AlertRow::subjectId).distinct().toArray();
        Map<Target.OfMute, Mute> mutes = new HashMap<>(Standings.mutes(handle, subjects));
        mutes.keySet()
                .retainAll(fresh.stream()
                        .map(row -> Targets.ofMute(row.ruleCode(), row.subjectType(), row.subjectId()))
                        .collect(Collectors.toSet()));
        StandingsWriter.copyMutes(handle, mutes);
    }

    @Override
    public void forget(Handle handle) {
        progress.forget();
        for (String table : List.of("decision", "desk_state", "mute")) {
            handle.execute("DELETE FROM " + table);
        }
        handle.execute("UPDATE alert SET desk_state = 'NEW', assignee = NULL, outcome = NULL, muted_until = 0,"
                + " decided_at = NULL WHERE decided_at IS NOT NULL OR muted_until <> 0");
    }

    @Override
    public void written(List<ConsumerRecord<byte[], byte[]>> records) {
        List<String> alertIds = new ArrayList<>();
        List<Target.OfMute> mutes = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            progress.passed(record.partition(), record.offset());
            Optional<Target> target = target(record);
            target.filter(Target.OfAlert.class::isInstance).map(Target::key).ifPresent(alertIds::add);
            target.filter(Target.OfMute.class::isInstance)
                    .map(Target.OfMute.class::cast)
                    .ifPresent(mutes::add);
        }
        if (!alertIds.isEmpty() || !mutes.isEmpty()) {
            news.accept(new Decided(alertIds.stream().distinct().toList(), mutes));
        }
    }

    /** Empty where it is unreadable, which was noted when it was written. */
    private static Optional<Target> target(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.of(DecisionJson.read(record).target());
        } catch (UnreadableRecord e) {
            return Optional.empty();
        }
    }
}
