package io.xunjian.console.web;

/**
 * Where to look on.
 *
 * @param topic that the alerts are on
 * @param flink Flink's own page, null where none is set
 */
public record Links(String topic, String flink) {

    /** The command that explains an alert from the events. */
    String explain(String alertId) {
        return "./xunjian explain '" + alertId.replace("'", "'\\''") + "' --events DIR";
    }
}
