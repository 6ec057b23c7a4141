package io.xunjian.doctor;

import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.AppInfoParser;

/** From 4.3 on the client lacks a method that Flink's sink calls: a job runs, and none of its checkpoints completes. */
final class ClientVersionCheck implements Check {

    private static final String NEEDED = "4.2.";

    private final Supplier<String> version;

    ClientVersionCheck() {
        this(AppInfoParser::getVersion);
    }

    ClientVersionCheck(Supplier<String> version) {
        this.version = version;
    }

    @Override
    public Area area() {
        return Area.KAFKA;
    }

    @Override
    public List<Ailment> examine(Patient patient) {
        return version.get().startsWith(NEEDED)
                ? List.of()
                : List.of(Condition.CLIENT_VERSION.because(
                        "kafka-clients on the class path is " + version.get(),
                        "Take " + NEEDED + "x, as this project's build does, and no other beside it"));
    }
}
