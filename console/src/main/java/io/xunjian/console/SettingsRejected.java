package io.xunjian.console;

import java.util.List;

/** Settings that the console must not start with, with every fault that they have. */
public final class SettingsRejected extends Exception {

    private final transient List<String> faults;

    SettingsRejected(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    public List<String> faults() {
        return faults;
    }
}
