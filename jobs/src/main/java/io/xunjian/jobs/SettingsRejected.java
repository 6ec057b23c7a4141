package io.xunjian.jobs;

import java.util.List;

/**
 * Settings that a job cannot run with, with every fault that they have. It is the user's to mend and shows no stack trace.
 * A job's main throws it rather than end the process: on a cluster that process may be the JobManager.
 */
public final class SettingsRejected extends Exception {

    private final transient List<String> faults;

    public SettingsRejected(List<String> faults) {
        super(String.join("\n", faults), null, false, false);
        this.faults = List.copyOf(faults);
    }

    public List<String> faults() {
        return faults;
    }
}
