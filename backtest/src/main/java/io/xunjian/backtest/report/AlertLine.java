package io.xunjian.backtest.report;

import io.xunjian.rules.Instants;

/**
 * What a report counts of an alert.
 *
 * @param shopId of the shop that it is about, {@code null} if it is about none
 * @param raisedAt epoch ms
 * @param curedAt epoch ms, {@link Instants#NEVER} while it is open
 * @param amountFen what its actions come to, in 1/100 yuan
 */
record AlertLine(
        String ruleCode, Subject subject, String shopId, int level, long raisedAt, long curedAt, long amountFen) {

    /** Whom an alert is about. */
    record Subject(String type, String id) {}

    boolean isCured() {
        return curedAt != Instants.NEVER;
    }
}
