package io.xunjian.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.xunjian.cluster.supervised.ClusterFolder;
import io.xunjian.cluster.supervised.ClusterStatus;
import io.xunjian.cluster.supervised.PartStatus;
import io.xunjian.cluster.supervised.ResidentMemory;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** How a cluster is, for people and for scripts. */
final class StatusTable {

    private final PrintStream out;

    StatusTable(PrintStream out) {
        this.out = out;
    }

    void print(Optional<ClusterStatus> status, List<ProcessHandle> leftOver, ClusterFolder folder) {
        if (status.isEmpty()) {
            out.println("No cluster runs in " + folder.path());
            if (!leftOver.isEmpty()) {
                out.println("Its supervisor was killed; processes that are ending: " + pids(leftOver));
            }
            return;
        }
        out.printf(
                "%-20s%-9s%-12s%-18s%-12s%-10s%s%n", "part", "pid", "ports", "memory MiB", "up", "restarts", "health");
        for (PartStatus part : status.get().parts()) {
            out.printf(
                    "%-20s%-9d%-12s%-18s%-12s%-10d%s%n",
                    part.name(),
                    part.pid(),
                    part.ports().stream().map(String::valueOf).collect(Collectors.joining(",")),
                    memory(part),
                    uptime(part),
                    part.restarts(),
                    health(part));
        }
        for (PartStatus part : status.get().parts()) {
            if (part.lastEnd() != null) {
                out.println(part.name() + ' ' + part.lastEnd() + "; see " + folder.log(part.name()));
            }
        }
    }

    void printJson(Optional<ClusterStatus> status, List<ProcessHandle> leftOver) throws IOException {
        JsonPrint.to(out, json -> {
            json.writeStartObject();
            json.writeBooleanField("running", status.isPresent());
            json.writeBooleanField("up", status.filter(ClusterStatus::isUp).isPresent());
            if (status.isPresent()) {
                json.writeStringField("flink", status.get().flink());
                json.writeStringField("kafka", status.get().kafka());
            }
            json.writeArrayFieldStart("parts");
            for (PartStatus part : status.map(ClusterStatus::parts).orElse(List.of())) {
                write(part, json);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("unsupervised");
            for (ProcessHandle process : leftOver) {
                json.writeNumber(process.pid());
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void write(PartStatus part, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", part.name());
        json.writeNumberField("pid", part.pid());
        json.writeArrayFieldStart("ports");
        for (int port : part.ports()) {
            json.writeNumber(port);
        }
        json.writeEndArray();
        json.writeNumberField("memoryMiB", part.memory());
        OptionalLong resident = ResidentMemory.ofProcess(part.pid());
        if (resident.isPresent()) {
            json.writeNumberField("residentMiB", resident.getAsLong());
        }
        json.writeNumberField("startedAt", part.startedAt());
        json.writeNumberField("upSeconds", (System.currentTimeMillis() - part.startedAt()) / 1000);
        json.writeNumberField("restarts", part.restarts());
        json.writeStringField("health", part.health().name());
        json.writeStringField("lastEnd", part.lastEnd());
        json.writeEndObject();
    }

    /** What it has now, where that is known, and what it may have. */
    private static String memory(PartStatus part) {
        OptionalLong resident = ResidentMemory.ofProcess(part.pid());
        return (resident.isPresent() ? resident.getAsLong() + " of " : "") + part.memory();
    }

    private static String uptime(PartStatus part) {
        long seconds = (System.currentTimeMillis() - part.startedAt()) / 1000;
        return seconds < 60
                ? seconds + " s"
                : seconds < 3_600 ? seconds / 60 + " min" : "%.1f h".formatted(seconds / 3_600.0);
    }

    private static String health(PartStatus part) {
        return part.health().name().toLowerCase(Locale.ROOT);
    }

    private static String pids(List<ProcessHandle> processes) {
        return processes.stream().map(process -> String.valueOf(process.pid())).collect(Collectors.joining(", "));
    }
}
