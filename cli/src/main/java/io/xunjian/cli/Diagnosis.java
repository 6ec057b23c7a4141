package io.xunjian.cli;

import io.xunjian.doctor.Ailment;
import io.xunjian.doctor.Area;
import io.xunjian.doctor.ClientSettings;
import io.xunjian.doctor.Condition;
import io.xunjian.doctor.Grade;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * What a doctor found, for people and for scripts.
 *
 * @param client settings of Kafka's clients, of which no secret is shown
 * @param hasCluster whether one was looked at
 */
record Diagnosis(List<Ailment> ailments, Properties client, boolean hasCluster) {

    boolean isSound() {
        return ailments.stream().noneMatch(Ailment::isFault);
    }

    void print(PrintStream out) {
        out.println("Kafka clients: "
                + ClientSettings.shown(client).entrySet().stream()
                        .map(Map.Entry::toString)
                        .collect(Collectors.joining(", ")));
        out.println();
        for (Area area : Area.values()) {
            List<Ailment> found = ailments.stream()
                    .filter(ailment -> ailment.condition().area() == area)
                    .toList();
            out.printf("%-12s%s%n", area.title(), found.isEmpty() ? unremarkable(area) : "");
            for (Ailment ailment : found) {
                out.printf(
                        "  %-9s%s%n           %s.%n           → %s.%n",
                        grade(ailment), ailment.condition(), ailment.cause(), ailment.cure());
            }
        }
        out.printf(
                "%n%d faults, %d warnings; %d conditions looked for.%n",
                count(Grade.FAULT), count(Grade.WARNING), Condition.values().length);
    }

    private String unremarkable(Area area) {
        if (area == Area.CLUSTER && !hasCluster) {
            return "not looked at; --cluster URL names one";
        }
        boolean isKafkaOut = ailments.stream()
                .anyMatch(ailment -> ailment.isFault() && ailment.condition().area() == Area.KAFKA);
        return area == Area.TOPICS && isKafkaOut ? "nothing found; not all can be seen before Kafka is well" : "sound";
    }

    void printJson(PrintStream out) throws IOException {
        JsonPrint.to(out, json -> {
            json.writeStartObject();
            json.writeBooleanField("sound", isSound());
            json.writeObjectFieldStart("client");
            for (Map.Entry<String, String> setting :
                    ClientSettings.shown(client).entrySet()) {
                json.writeStringField(setting.getKey(), setting.getValue());
            }
            json.writeEndObject();
            json.writeArrayFieldStart("ailments");
            for (Ailment ailment : ailments) {
                json.writeStartObject();
                json.writeStringField("condition", ailment.condition().name());
                json.writeStringField("area", ailment.condition().area().title());
                json.writeStringField("grade", grade(ailment));
                json.writeStringField("cause", ailment.cause());
                json.writeStringField("cure", ailment.cure());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private long count(Grade grade) {
        return ailments.stream()
                .filter(ailment -> ailment.condition().grade() == grade)
                .count();
    }

    private static String grade(Ailment ailment) {
        return ailment.condition().grade().name().toLowerCase(Locale.ROOT);
    }
}
