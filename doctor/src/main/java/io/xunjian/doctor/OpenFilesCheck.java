package io.xunjian.doctor;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.LongSupplier;

/** How many files a process of this user may have open. */
final class OpenFilesCheck implements Check {

    private static final long LEAST = 4096;

    private final LongSupplier most;

    OpenFilesCheck() {
        this(OpenFilesCheck::ofThisProcess);
    }

    OpenFilesCheck(LongSupplier most) {
        this.most = most;
    }

    private static long ofThisProcess() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : Long.MAX_VALUE;
    }

    @Override
    public Area area() {
        return Area.MACHINE;
    }

    @Override
    public List<Ailment> examine(Patient patient) {
        return most.getAsLong() >= LEAST
                ? List.of()
                : List.of(Condition.OPEN_FILES.because(
                        "A process may have " + most.getAsLong() + " files open",
                        "ulimit -n 65536, or LimitNOFILE of its service"));
    }
}
