package io.xunjian.console.desk;

import io.xunjian.rules.event.SubjectType;

/** Makes targets of what a row of {@code alert} says. */
final class Targets {

    private Targets() {}

    static Target.OfMute ofMute(String ruleCode, String subjectType, String subjectId) {
        return new Target.OfMute(ruleCode, SubjectType.valueOf(subjectType), subjectId);
    }
}
