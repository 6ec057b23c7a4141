package io.xunjian.backtest;

/**
 * What people decided of one case: whether there was a violation.
 *
 * @param alertId of the alert that is one, {@code null} where a rule, a subject and a time say which
 * @param from epoch ms, the first instant at which it may have been raised
 * @param until epoch ms, the instant before which it was raised
 */
record Label(String alertId, String ruleCode, String subjectId, long from, long until, boolean isViolation) {

    boolean covers(long raisedAt) {
        return from <= raisedAt && raisedAt < until;
    }
}
