package io.xunjian.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.jobs.SettingsRejected;
import io.xunjian.jobs.WatchJob;
import io.xunjian.jobs.WatchSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A job that is to be started, and what a doctor says about it in less than ten seconds, in words that are safe to show. */
final class Consultation {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path folder;
    private final List<String> arguments = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();
    private UnaryOperator<Plan> plan = here -> here;

    private Consultation(Path folder) {
        this.folder = folder;
    }

    /** One over these brokers. */
    static Consultation over(String bootstrap, Path folder) {
        return new Consultation(folder).with("bootstrap", bootstrap);
    }

    Consultation with(String name, String value) {
        arguments.addAll(List.of("--" + name, value));
        return this;
    }

    Consultation planned(UnaryOperator<Plan> another) {
        plan = another;
        return this;
    }

    /** By these checks alone. */
    Consultation by(Check... some) {
        checks.addAll(List.of(some));
        return this;
    }

    List<Ailment> ailments() throws InterruptedException, SettingsRejected {
        String[] given = arguments.toArray(String[]::new);
        Plan planned = plan.apply(Plan.here(WatchJob.parameters(given), folder, 0));
        Doctor doctor = checks.isEmpty() ? new Doctor() : new Doctor(checks);
        long start = System.nanoTime();
        List<Ailment> ailments;
        try (Patient patient = new Patient(WatchSettings.from(given), planned)) {
            ailments = doctor.examine(patient);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
        assertThat(ailments)
                .allMatch(
                        ailment -> !ailment.cause().isBlank() && !ailment.cure().isBlank())
                .noneMatch(ailment -> ailment.toString().contains("\n"))
                .noneMatch(ailment -> ailment.toString().contains("Canary"));
        return ailments;
    }

    /** Only what is asked for must be found, and with it those that follow from it. */
    void finds(Condition condition, String... words) throws InterruptedException, SettingsRejected {
        List<Ailment> ailments = ailments();
        assertThat(ailments).as("%s", ailments).anySatisfy(ailment -> {
            assertThat(ailment.condition()).isEqualTo(condition);
            assertThat(List.of(words)).allMatch(ailment.toString()::contains);
        });
    }

    /** The faults alone, as warnings are about this machine too. */
    List<Ailment> faults() throws InterruptedException, SettingsRejected {
        return ailments().stream().filter(Ailment::isFault).toList();
    }
}
