package io.xunjian.functions;

import java.io.Serializable;

/**
 * How judges run.
 *
 * @param allowedLateness ms of event time for which a late fact still corrects a verdict
 * @param isSorted whether events come key by key, as in batch mode
 * @param hotKeys how many keys each subtask keeps in memory before its state; a key with many facts counts for more
 */
public record JudgeSettings(long allowedLateness, boolean isSorted, int hotKeys) implements Serializable {

    /** For a run that judges as time passes. */
    public static JudgeSettings live(long allowedLateness, int hotKeys) {
        return new JudgeSettings(allowedLateness, false, hotKeys);
    }
}
