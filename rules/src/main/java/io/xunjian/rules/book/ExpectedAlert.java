package io.xunjian.rules.book;

import io.xunjian.rules.Status;

/** What a test asks of an alert. What it leaves out is {@code null} and is not asked. */
public record ExpectedAlert(
        String alertId,
        Status status,
        int ruleVersion,
        Long level,
        Severity severity,
        String subjectId,
        Long raisedAt,
        Long curedAt) {}
