package io.xunjian.console.desk;

import io.xunjian.console.access.Refusal;
import io.xunjian.console.access.Role;
import io.xunjian.console.access.User;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Takes decisions: keeps them in Kafka, and waits for them to come back. Only those that change something are written. */
final class Desk {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final Jdbi jdbi;
    private final DecisionLog log;
    private final Progress progress;
    private final InstantSource clock;

    Desk(Jdbi jdbi, DecisionLog log, Progress progress, InstantSource clock) {
        this.jdbi = jdbi;
        this.log = log;
        this.progress = progress;
        this.clock = clock;
    }

    long now() {
        return clock.millis();
    }

    /**
     * Decides the same of each target.
     *
     * @param wish what to decide; its id, target and time are set here
     * @throws io.javalin.http.HttpResponseException where an alert is unknown, or none is changed by it
     */
    Answer decide(Decision wish, Collection<Target> targets) {
        List<Target> open = jdbi.withHandle(handle -> {
            refuseUnknown(handle, targets);
            Map<Target, Standing<?>> standings = Standings.of(handle, targets);
            return targets.stream()
                    .distinct()
                    .filter(target -> wish.kind() == DecisionKind.NOTE || changes(standings, wish.of(target)))
                    .toList();
        });
        if (open.isEmpty()) {
            throw Refusal.conflict(wish.kind() + " changes nothing here.");
        }
        return write(wish, open);
    }

    /**
     * Takes a decision back wherever nothing has changed since.
     *
     * @throws io.javalin.http.HttpResponseException where there is no such decision, it is another's, or all has changed
     */
    Answer undo(Decision wish, User user) {
        List<Target> open = jdbi.withHandle(handle -> {
            List<Recorded> all = DecisionRows.of(handle, List.of(wish.undoes()));
            if (all.isEmpty()) {
                throw Refusal.notFound("There is no decision " + wish.undoes() + ".");
            }
            if (all.stream().anyMatch(one -> !one.decision().by().equals(user.name()))
                    && !user.role().includes(Role.ADMIN)) {
                throw Refusal.forbidden("ANOTHERS", "Only " + Role.ADMIN + " takes back what others decided.");
            }
            Map<Target, Standing<?>> standings = Standings.of(handle, targets(all));
            return targets(all.stream()
                    .filter(one -> DeskBatch.canUndo(
                            one, standing(standings, one.decision().target())))
                    .toList());
        });
        if (open.isEmpty()) {
            throw Refusal.conflict("It was taken back already, or something was decided since.");
        }
        return write(wish, open);
    }

    private Answer write(Decision wish, List<Target> targets) {
        Decision decision = new Decision(
                UUID.randomUUID().toString(),
                wish.kind(),
                wish.target(),
                wish.by(),
                wish.at(),
                wish.text(),
                wish.outcome(),
                wish.assignee(),
                wish.until(),
                wish.undoes());
        try {
            Map<Integer, Long> offsets =
                    log.write(targets.stream().map(decision::of).toList());
            boolean seen = progress.await(offsets, LONGEST_WAIT);
            return new Answer(decision.decisionId(), seen ? applied(decision) : targets.size(), seen);
        } catch (DecisionLog.NotWrittenException e) {
            throw Refusal.unavailable("Kafka did not keep the decision; look before you try again.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.unavailable("This console is stopping.");
        }
    }

    private int applied(Decision decision) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT COUNT(*) FROM decision WHERE decision_id = :id AND effect <> 'NONE'")
                .bind("id", decision.decisionId())
                .mapTo(Integer.class)
                .one());
    }

    private static void refuseUnknown(Handle handle, Collection<Target> targets) {
        Object[] ids = targets.stream()
                .filter(Target.OfAlert.class::isInstance)
                .map(Target::key)
                .toArray();
        if (ids.length == 0) {
            return;
        }
        Set<String> known = new HashSet<>(handle.createQuery("SELECT alert_id FROM alert WHERE alert_id = ANY(:ids)")
                .bindArray("ids", String.class, ids)
                .mapTo(String.class)
                .list());
        for (Object id : ids) {
            if (!known.contains(id.toString())) {
                throw Refusal.notFound("There is no alert " + id + ".");
            }
        }
    }

    private static boolean changes(Map<Target, Standing<?>> standings, Decision decision) {
        Standing<?> before = standing(standings, decision.target());
        return !before.after(decision).equals(before);
    }

    private static Standing<?> standing(Map<Target, Standing<?>> standings, Target target) {
        return standings.getOrDefault(target, DeskBatch.untouched(target));
    }

    private static List<Target> targets(List<Recorded> all) {
        return all.stream().map(one -> one.decision().target()).distinct().toList();
    }

    /**
     * What was done.
     *
     * @param count of how many targets it changed
     * @param seen whether this console's pages show it already
     */
    record Answer(String decisionId, int count, boolean seen) {}
}
