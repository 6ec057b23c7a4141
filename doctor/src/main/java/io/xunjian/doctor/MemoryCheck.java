package io.xunjian.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.xunjian.jobs.WatchSettings;
import io.xunjian.rules.Rules;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Whether TaskManagers have the memory that the job may take. */
final class MemoryCheck implements Check {

    private static final long MIB = 1 << 20;
    private static final long LEAST_MANAGED = 64;

    /** Of the heap; the rest is for what passes through. */
    private static final double SHARE = 0.8;

    @Override
    public Area area() {
        return Area.CLUSTER;
    }

    @Override
    public List<Ailment> examine(Patient patient) throws IOException {
        if (!patient.hasCluster()) {
            return List.of();
        }
        List<JsonNode> managers = new ArrayList<>();
        patient.cluster().rest().get("/taskmanagers").path("taskmanagers").forEach(managers::add);
        List<Ailment> ailments = new ArrayList<>();
        for (JsonNode manager : managers) {
            int slots = manager.path("slotsNumber").asInt(1);
            int spread = (patient.parallelism() + managers.size() - 1) / managers.size();
            heap(manager, Math.min(slots, spread), patient.settings(), ailments);
            managed(manager, slots, ailments);
        }
        return ailments;
    }

    private static void heap(JsonNode manager, int slots, WatchSettings settings, List<Ailment> ailments) {
        int judges = settings.rulesOnly().isEmpty()
                ? Rules.byKind().size()
                : Rules.byKind(settings.rulesOnly()).size();
        long needed = (long) settings.hotMemory() * judges * slots;
        long heap = memory(manager, "taskHeap");
        if (heap > 0 && needed > SHARE * heap) {
            ailments.add(Condition.HEAP_TOO_SMALL.because(
                    "TaskManager " + manager.path("id").asText() + " has " + heap + " MiB of heap for tasks, and "
                            + judges + " judges on " + slots + " slots may take " + needed + " MiB (--hot-memory "
                            + settings.hotMemory() + ")",
                    "Set --hot-memory to " + (long) (SHARE * heap / judges / slots) + " or less, or give"
                            + " TaskManagers more memory"));
        }
    }

    private static void managed(JsonNode manager, int slots, List<Ailment> ailments) {
        long managed = memory(manager, "managedMemory");
        if (managed > 0 && managed / slots < LEAST_MANAGED) {
            ailments.add(Condition.MANAGED_MEMORY_SMALL.because(
                    "TaskManager " + manager.path("id").asText() + " has " + managed + " MiB of managed memory for "
                            + slots + " slots: RocksDB will read from disk",
                    "Set taskmanager.memory.managed.size to " + LEAST_MANAGED * slots + "m or more"));
        }
    }

    /** MiB; 0 where it does not tell. */
    private static long memory(JsonNode manager, String part) {
        return manager.path("memoryConfiguration").path(part).asLong() / MIB;
    }
}
