package io.xunjian.rules.book;

import java.util.List;
import java.util.stream.Collectors;

/** A rule book that must not be used, with every fault that it has. */
public final class BookRejected extends Exception {

    private final transient List<Fault> faults;

    /** With every fault. */
    public BookRejected(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
