package io.xunjian.rules.testing;

import io.xunjian.rules.Differences;
import io.xunjian.rules.Finding;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Status;
import io.xunjian.rules.Verdict;
import io.xunjian.rules.event.Event;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A key as a live run keeps it: looks when it asked to, forgets what can no longer matter, says what is new. */
final class LiveKey<F> {

    private final OneKey<F> key;
    private final long lateness;
    private final Map<String, Finding> net = new LinkedHashMap<>();

    private F facts;
    private List<Finding> said = List.of();
    private long timer = Instants.NEVER;
    private long watermark = Instants.BEFORE_ALL;

    LiveKey(OneKey<F> key, long lateness) {
        this.key = key;
        this.lateness = lateness;
    }

    void watermark(long instant) {
        watermark = Math.max(watermark, instant);
        if (facts != null && timer <= watermark) {
            look();
        }
    }

    void arrive(Event event) {
        if (facts != null && event.eventTime() <= key.kind().prunedTo(facts)) {
            throw new AssertionError("in time, and pruned already: " + event);
        }
        F fact = key.kind().of(event);
        facts = facts == null ? fact : key.kind().join(facts, fact);
        if (!key.kind().contains(facts, event)) {
            throw new AssertionError("joined, and not contained: " + event);
        }
        look();
    }

    private void look() {
        Verdict verdict = key.judge(facts, watermark);
        Differences differences =
                Differences.between(said, verdict.findings(), key.kind().prunedTo(facts));
        differences.changes().forEach(change -> net.put(change.now().alertId(), change.now()));
        long forgetAt = Instants.plus(verdict.settledAt(), lateness);
        if (forgetAt <= watermark && forgetAt <= verdict.nextLook()) {
            facts = null;
            said = List.of();
            return;
        }
        facts = RoundTrip.of(
                key.kind().codec(), key.kind().prune(facts, Instants.minus(watermark, lateness), key.book()));
        said = differences.said();
        timer = Math.min(verdict.nextLook(), forgetAt);
    }

    /** The newest that was said of each breach, none revoked, as if it had been said at once. */
    Collection<Finding> net() {
        List<Finding> standing = new ArrayList<>();
        for (Finding finding : net.values()) {
            if (finding.status() != Status.REVOKED) {
                standing.add(finding.as(finding.status(), 1));
            }
        }
        return standing;
    }
}
