package io.xunjian.rules.testing;

import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.trial.Sweep;
import io.xunjian.rules.trial.Trial;
import java.util.List;

/** Rule books to be tried beside the built-in one, each of which changes something else. */
public final class Candidates {

    private static final String FROM_2000 = "2000-01-01T00:00:00+08:00";

    /** Judges twice, earlier, and from a day on once again otherwise. */
    private static final String LATE_SHIPMENTS = Books.file(
            "LATE_SHIPMENT",
            Books.version(1, "active", FROM_2000, "defaultShipWindow: PT24H, maxJudgements: 2"),
            Books.version(2, "active", "2022-08-03T00:00:00+08:00", "cureOn: PICKUP_SCAN, rejudgeInterval: PT12H"));

    private static final String CLOSURES =
            Books.file("SHOP_CLOSURE", Books.version(1, "active", FROM_2000, "minOrders: 2, window: P7D"));

    private static final String CALLS = Books.file("CS_UNREACHABLE", Books.version(1, "active", FROM_2000, "calls: 2"));

    private static final String COMPLAINTS = Books.file("COMPLAINT_OVERDUE", Books.version(3, "active", FROM_2000, ""));

    private static final String PROVIDERS =
            Books.file("PROVIDER_INACTIVE", Books.version(1, "active", FROM_2000, "days: 30, minTenureDays: 10"));

    public static final List<RuleBook> ALL = List.of(
            Books.BUILT_IN,
            Books.of(LATE_SHIPMENTS),
            Books.of(CLOSURES),
            Books.of(LATE_SHIPMENTS, CLOSURES, CALLS, COMPLAINTS, PROVIDERS));

    public static final Sweep SWEEP = Sweep.of("LATE_SHIPMENT.maxJudgements=1..3/1");

    private static final List<RuleBook> SWEPT = List.of(
            Books.with("LATE_SHIPMENT", "maxJudgements: 1"),
            Books.with("LATE_SHIPMENT", "maxJudgements: 2"),
            Books.with("LATE_SHIPMENT", "maxJudgements: 3"));

    private Candidates() {}

    /** The built-in book, this candidate, and a sweep. */
    public static Trial tried(RuleBook candidate) {
        return new Trial(Books.BUILT_IN, candidate, SWEEP, SWEPT);
    }
}
