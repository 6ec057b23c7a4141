package io.xunjian.cli.chaos;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that goes wrong while a job runs.
 *
 * @param name as a user gives it
 * @param tells what goes wrong, in half a sentence
 * @param deliveries those in which it is run
 * @param isHa whether a standby JobManager is there
 * @param settings of the job, before the ones that all have
 * @param source of what is sent
 */
record Scenario(
        String name,
        String tells,
        List<String> deliveries,
        boolean isHa,
        Map<String, String> settings,
        Source source,
        Script script) {

    static final String AT_LEAST_ONCE = "at-least-once";
    static final String EXACTLY_ONCE = "exactly-once";

    /** Makes what is sent. */
    @FunctionalInterface
    interface Source {
        Load load(long seed, boolean isShort);
    }

    /** Starts the job and does to it what is to be done; the rest of the load is sent, and judged, after it. */
    @FunctionalInterface
    interface Script {
        void play(Run run) throws IOException, InterruptedException;
    }

    /** One that every delivery must stand. */
    static Scenario ofBoth(String name, String tells, Script script) {
        List<String> both = List.of(EXACTLY_ONCE, AT_LEAST_ONCE);
        return new Scenario(name, tells, both, false, Map.of(), Scenario::market, script);
    }

    /** One in which more can go wrong with exactly-once than without. */
    static Scenario of(String name, String tells, Script script) {
        return new Scenario(name, tells, List.of(EXACTLY_ONCE), false, Map.of(), Scenario::market, script);
    }

    private static Load market(long seed, boolean isShort) {
        return isShort ? Load.market(seed, 20, 10) : Load.market(seed, 120, 20);
    }

    Scenario withStandby() {
        return new Scenario(name, tells, deliveries, true, settings, source, script);
    }

    /** A job may say again what it said between an older checkpoint and its end: readers upsert. */
    Scenario atLeastOnce() {
        return new Scenario(name, tells, List.of(AT_LEAST_ONCE), isHa, settings, source, script);
    }

    Scenario with(String setting, String value) {
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.put(setting, value);
        return new Scenario(name, tells, deliveries, isHa, more, source, script);
    }

    Scenario sending(Source other) {
        return new Scenario(name, tells, deliveries, isHa, settings, other, script);
    }
}
