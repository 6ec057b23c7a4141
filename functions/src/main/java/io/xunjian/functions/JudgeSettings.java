package io.xunjian.functions;

import java.io.Serializable;

/**
 * How judges run.
 *
 * @param allowedLateness ms of event time for which a late fact still corrects a verdict
 * @param isSorted whether events come key by key, as in batch mode
 * @param hotBytes how much memory each subtask may take for keys that are not in the state backend; 0 for none
 */
public record JudgeSettings(long allowedLateness, boolean isSorted, long hotBytes) implements Serializable {

    private static final long MIB = 1 << 20;

    /** For a run that judges as time passes, with so many MiB for keys in memory. */
    public static JudgeSettings live(long allowedLateness, int hotMemory) {
        return new JudgeSettings(allowedLateness, false, hotMemory * MIB);
    }

    /** For a run to which events come key by key. */
    public static JudgeSettings sorted(long allowedLateness) {
        return new JudgeSettings(allowedLateness, true, 0);
    }
}
