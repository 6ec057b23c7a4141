package io.xunjian.oracle;

/** Calls to few shops about few cases, many of them a window apart. */
final class RandomCalls {

    private RandomCalls() {}

    static void addTo(RandomFacts facts) {
        for (int series = facts.random.nextInt(4); series > 0; series--) {
            String shop = facts.oneOf("S0", "S0", "店2");
            String caseId = facts.oneOf(null, "", "K1");
            long at = facts.instant();
            for (int calls = 1 + facts.random.nextInt(9); calls > 0; calls--) {
                facts.add(
                        "calls",
                        "CALL_ATTEMPT",
                        at,
                        "shopId",
                        shop,
                        "source",
                        facts.onceIn(8) ? "BUYER" : "PLATFORM_SPOT_CHECK",
                        "result",
                        facts.oneOf(
                                "ANSWERED",
                                "ANSWERED",
                                "NO_ANSWER",
                                "NO_ANSWER",
                                "BUSY",
                                "POWER_OFF",
                                "INVALID_NUMBER",
                                "REJECTED"),
                        "caseId",
                        caseId,
                        "direction",
                        facts.oneOf(null, null, "IN", "IN", "OUT"),
                        "talkSeconds",
                        facts.oneOf(null, 0, 0, 0, 1, 2));
                at = next(at, facts);
            }
        }
    }

    private static long next(long at, RandomFacts facts) {
        return facts.limit(
                at + facts.oneOf(0, 0, 1, 6, 8, 12, 12, 24) * RandomFacts.HOUR + facts.oneOf(-1, 0, 0, 0, 1));
    }
}
