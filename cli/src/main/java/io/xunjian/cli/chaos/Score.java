package io.xunjian.cli.chaos;

import java.util.List;

/**
 * What came of a scenario.
 *
 * @param records how many were sent
 * @param alerts how many the oracle has
 * @param lost those of the oracle that the topic has not, or in another state
 * @param wrong those of the topic that the oracle has not
 * @param duplicated records of the topic that stand there twice, to the byte
 * @param late how many records the job put aside as late
 * @param recoveries ms from the end of each fault to the end of the first checkpoint that began after it
 * @param remarks what the product should not have done, then what is worth knowing
 */
record Score(
        String scenario,
        String delivery,
        long seed,
        long records,
        int alerts,
        int faults,
        long lost,
        long wrong,
        long duplicated,
        long deadLetters,
        long late,
        List<Long> recoveries,
        long seconds,
        List<String> remarks,
        Verdict verdict) {

    /** Whether the product stood it. */
    enum Verdict {
        PASSED,
        FAILED,
        /** Could not be run here. */
        SKIPPED
    }

    /** Of one that came to no end. */
    static Score without(String scenario, String delivery, long seed, String reason, Verdict verdict) {
        return new Score(scenario, delivery, seed, 0, 0, 0, 0, 0, 0, 0, 0, List.of(), 0, List.of(reason), verdict);
    }

    /** The middle one. */
    long medianRecovery() {
        return recoveries.isEmpty() ? 0 : recoveries.stream().sorted().toList().get(recoveries.size() / 2);
    }

    long longestRecovery() {
        return recoveries.stream().mapToLong(Long::longValue).max().orElse(0);
    }
}
