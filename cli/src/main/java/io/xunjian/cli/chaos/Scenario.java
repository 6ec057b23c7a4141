package io.xunjian.cli.chaos;

import java.io.IOException;
import java.util.List;

/**
 * Something that goes wrong while a job runs.
 *
 * @param name as a user gives it
 * @param tells what goes wrong, in half a sentence
 * @param deliveries those in which it is run
 * @param isHa whether a standby JobManager is there
 * @param settings of the job, beside the ones that all have
 */
record Scenario(
        String name, String tells, List<String> deliveries, boolean isHa, List<String> settings, Script script) {

    static final String AT_LEAST_ONCE = "at-least-once";
    static final String EXACTLY_ONCE = "exactly-once";

    /** Starts the job and does to it what is to be done; the rest of the load is sent, and judged, after it. */
    @FunctionalInterface
    interface Script {
        void play(Run run) throws IOException, InterruptedException;
    }

    /** One that every delivery must stand. */
    static Scenario ofBoth(String name, String tells, boolean isHa, Script script) {
        return new Scenario(name, tells, List.of(EXACTLY_ONCE, AT_LEAST_ONCE), isHa, List.of(), script);
    }

    /** One that has nothing to do with the delivery. */
    static Scenario of(String name, String tells, Script script, String... settings) {
        return new Scenario(name, tells, List.of(EXACTLY_ONCE), false, List.of(settings), script);
    }
}
