package io.xunjian.console.desk;

import io.xunjian.rules.event.SubjectType;

/** What a decision is about. Decisions about one target stand in one partition, in order. */
public sealed interface Target {

    /** The key of its records. */
    String key();

    /** An alert. */
    record OfAlert(String alertId) implements Target {

        @Override
        public String key() {
            return alertId;
        }
    }

    /** The alerts of a rule about a subject. */
    record OfMute(String ruleCode, SubjectType subjectType, String subjectId) implements Target {

        @Override
        public String key() {
            return "mute:" + ruleCode + ':' + subjectType + ':' + subjectId;
        }
    }
}
