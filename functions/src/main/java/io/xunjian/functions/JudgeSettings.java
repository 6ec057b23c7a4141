package io.xunjian.functions;

import java.io.Serializable;

/**
 * How judges run that judge as time passes.
 *
 * @param allowedLateness ms of event time for which a late fact still corrects a verdict
 * @param hotBytes how much memory each subtask may take for keys that are not in the state backend; 0 for none
 */
public record JudgeSettings(long allowedLateness, long hotBytes) implements Serializable {

    private static final long MIB = 1 << 20;

    /** With so many MiB for keys in memory. */
    public static JudgeSettings of(long allowedLateness, int hotMemory) {
        return new JudgeSettings(allowedLateness, hotMemory * MIB);
    }
}
