package io.xunjian.jobs;

import java.util.List;

/** Settings that a job cannot run with, with every fault that they have. */
public final class SettingsRejected extends Exception {

    private final transient List<String> faults;

    public SettingsRejected(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    public List<String> faults() {
        return faults;
    }
}
