package io.xunjian.cli;

import io.xunjian.doctor.Ailment;
import io.xunjian.doctor.Doctor;
import io.xunjian.doctor.Patient;
import io.xunjian.doctor.Plan;
import io.xunjian.jobs.SettingsRejected;
import io.xunjian.jobs.WatchJob;
import io.xunjian.jobs.WatchSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is wrong with a live job before it starts. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Looks for everything that is wrong with a live job before it starts: settings, rule book, Kafka, topics, cluster,",
            "savepoint, this machine. Tells all at once, each with cause and cure, in some seconds; starts and changes nothing.",
            "docs/doctor.md lists what it looks for.",
            "Exit codes: 0 sound, warnings or not; 1 there are faults; 2 the settings are refused."
        },
        sortOptions = false)
final class DoctorCommand implements Callable<Integer> {

    @Mixin
    private LiveOptions live;

    @Option(
            names = "--cluster",
            paramLabel = "URL",
            description =
                    "Flink's REST address, where the job is to run on a cluster; with a standby both, comma separated.")
    private String cluster;

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            description = "As for submit. Default: the cluster's own setting.")
    private int parallelism;

    @Option(
            names = "--from",
            paramLabel = "PATH",
            description = "The savepoint or checkpoint that the job is to go on from.")
    private String from;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".xunjian/watch",
            description = "Without --cluster: where './xunjian watch' keeps its checkpoints. Default: ${DEFAULT-VALUE}")
    private Path data;

    @Option(
            names = "--flink-port",
            paramLabel = "PORT",
            defaultValue = "8081",
            description = "Without --cluster: the port of the page of './xunjian watch'. Default: ${DEFAULT-VALUE}")
    private int port;

    @Option(names = "--json", description = "As JSON.")
    private boolean isJson;

    @Override
    public Integer call() throws IOException, InterruptedException, SettingsRejected {
        String[] arguments = live.arguments(Map.of()).toArray(String[]::new);
        WatchSettings settings = WatchSettings.from(arguments);
        Plan plan = Plan.here(WatchJob.parameters(arguments), data, port)
                .on(cluster, parallelism)
                .from(from, live.isForgetful());
        List<Ailment> ailments;
        try (Patient patient = new Patient(settings, plan)) {
            ailments = new Doctor().examine(patient);
        }
        Diagnosis diagnosis = new Diagnosis(ailments, settings.client(), cluster != null);
        if (isJson) {
            diagnosis.printJson(System.out);
        } else {
            diagnosis.print(System.out);
        }
        return diagnosis.isSound() ? 0 : Main.FAILED;
    }
}
