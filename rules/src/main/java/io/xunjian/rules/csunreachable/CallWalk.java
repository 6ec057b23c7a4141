package io.xunjian.rules.csunreachable;

import io.xunjian.rules.Evidence;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.book.RuleVersion;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * The walk over a case's calls, from where the facts were pruned to an instant. A call that reaches somebody ends a row of
 * missed ones; a row of {@code calls} within the window is a breach, and the next row begins after it.
 */
final class CallWalk {

    /** A full row of missed calls, by the version in force at the last of them. */
    record Row(List<Evidence> calls, RuleVersion version) {

        Evidence last() {
            return calls.get(calls.size() - 1);
        }
    }

    private final RuleBook book;
    private final ArrayDeque<Evidence> missed;
    private final List<Row> rows = new ArrayList<>();

    private CallWalk(CaseFacts facts, RuleBook book) {
        this.book = book;
        this.missed = new ArrayDeque<>(facts.missed());
    }

    static CallWalk upTo(long instant, CaseFacts facts, RuleBook book) {
        CallWalk walk = new CallWalk(facts, book);
        for (Call call : facts.calls()) {
            if (call.time() > instant) {
                break;
            }
            if (call.time() > facts.prunedTo()) {
                walk.step(call);
            }
        }
        return walk;
    }

    private void step(Call call) {
        RuleVersion version = book.at(CsUnreachable.CODE, call.time());
        if (version == null) {
            return;
        }
        CsUnreachableParameters parameters = (CsUnreachableParameters) version.parameters();
        if (!parameters.sources().contains(call.source())) {
            return;
        }
        if (call.isReached(parameters)) {
            missed.clear();
        } else if (call.isIn()) {
            miss(call.act(), parameters, version);
        }
    }

    private void miss(Evidence call, CsUnreachableParameters parameters, RuleVersion version) {
        long from = call.eventTime() - parameters.window();
        while (!missed.isEmpty() && missed.peekFirst().eventTime() < from) {
            missed.removeFirst();
        }
        missed.addLast(call);
        if (missed.size() >= parameters.calls()) {
            rows.add(new Row(List.copyOf(missed), version));
            missed.clear();
        }
    }

    /** The full rows, in order. */
    List<Row> rows() {
        return rows;
    }

    /** The calls of the row that is not full. */
    List<Evidence> missed() {
        return List.copyOf(missed);
    }
}
