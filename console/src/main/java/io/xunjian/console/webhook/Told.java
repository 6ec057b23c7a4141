package io.xunjian.console.webhook;

import io.xunjian.rules.book.Severity;

/** An alert as a message tells it. */
record Told(
        String alertId,
        String ruleCode,
        String subjectType,
        String subjectId,
        Severity severity,
        String status,
        long raisedAt,
        String reasonEn,
        String reasonZh) {

    String reason(Language language) {
        return language.of(reasonEn, reasonZh);
    }
}
