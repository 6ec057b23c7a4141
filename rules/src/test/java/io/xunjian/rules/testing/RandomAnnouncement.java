package io.xunjian.rules.testing;

import static io.xunjian.rules.testing.Times.HOUR;

import io.xunjian.rules.Rule;
import io.xunjian.rules.Rules;
import io.xunjian.rules.book.Amendment;
import io.xunjian.rules.book.Announcement;
import io.xunjian.rules.book.BookRejected;
import io.xunjian.rules.book.RuleVersion;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A second version of some rule, over the built-in book, published as late as it may be, or earlier. */
public final class RandomAnnouncement {

    /** By which it is announced, at the least. */
    public static final long LEAD = HOUR;

    private static final Map<String, List<String>> CHANGES = Map.of(
            "LATE_SHIPMENT",
            List.of(
                    "defaultShipWindow: PT24H",
                    "defaultShipWindow: PT96H, maxJudgements: 1",
                    "rejudgeInterval: PT12H, maxJudgements: 5",
                    "cureOn: PICKUP_SCAN"),
            "SHOP_CLOSURE",
            List.of("minOrders: 2", "window: P7D", "minOrders: 2, window: P60D", "mode: ENFORCE"),
            "CS_UNREACHABLE",
            List.of("calls: 2", "window: PT48H", "calls: 4, window: PT12H", "sources: [PLATFORM_SPOT_CHECK, BUYER]"),
            "COMPLAINT_OVERDUE",
            List.of("resolveWithin: PT24H", "compensateWithin: P1D, reopenedWithinHours: 4", "resolveWithin: PT96H"),
            "PROVIDER_INACTIVE",
            List.of("days: 30", "days: 120", "logic: AND", "minTenureDays: 10", "minOrderFen: 50000, days: 60"));

    private RandomAnnouncement() {}

    /** One that takes effect about then. */
    public static Announcement about(long instant, Random random) throws BookRejected {
        long[] near = {0, 1, -1, HOUR, -HOUR, 24 * HOUR};
        long effectiveFrom = instant + near[random.nextInt(near.length)];
        Rule<?> rule = Rules.ALL.get(random.nextInt(Rules.ALL.size()));
        List<String> changes = CHANGES.get(rule.code());
        String version = Books.version(
                2,
                "active",
                Instant.ofEpochMilli(effectiveFrom).toString(),
                changes.get(random.nextInt(changes.size())));
        String file = Books.builtInFileWith(rule.code(), version);
        Amendment amendment = Amendment.read(Books.BUILT_IN, Rules.ALL, rule.code(), file);
        long further =
                rule.looksFurtherBack(amendment.taken().version(rule.code(), 2).parameters(), parameters(rule));
        long publishedAt = effectiveFrom - LEAD - further - (random.nextBoolean() ? 0 : random.nextInt(100) * HOUR);
        amendment.requireEarly(rule, publishedAt, LEAD);
        return amendment.published(publishedAt);
    }

    private static List<? extends Serializable> parameters(Rule<?> rule) {
        return Books.BUILT_IN.versions(rule.code()).stream()
                .map(RuleVersion::parameters)
                .toList();
    }
}
