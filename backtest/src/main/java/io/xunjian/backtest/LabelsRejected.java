package io.xunjian.backtest;

import java.util.List;

/** A file of labels that cannot be used, with every fault that it has. */
public final class LabelsRejected extends Exception {

    private static final long serialVersionUID = 1;

    private final List<String> faults;

    LabelsRejected(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    /** Each of them, with file and line. */
    public List<String> faults() {
        return faults;
    }
}
