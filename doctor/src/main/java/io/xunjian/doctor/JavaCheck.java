package io.xunjian.doctor;

import java.util.List;

/** The Java of this process: older ones do not get this far. */
final class JavaCheck implements Check {

    private static final int NEWEST = 21;

    private final int version;

    JavaCheck() {
        this(Runtime.version().feature());
    }

    JavaCheck(int version) {
        this.version = version;
    }

    @Override
    public Area area() {
        return Area.MACHINE;
    }

    @Override
    public List<Ailment> examine(Patient patient) {
        return version <= NEWEST
                ? List.of()
                : List.of(Condition.JAVA_VERSION.because(
                        "This is Java " + version + ", and Flink 2.3 is tested with 17 and " + NEWEST,
                        "Set JAVA_HOME to a JDK 17"));
    }
}
