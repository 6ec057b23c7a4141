package io.xunjian.jobs;

import java.util.Arrays;

/** What every entry class does around its job: help, and faults of the user's without a stack trace. */
final class Mains {

    /** Exit code for settings that a job cannot run with. */
    private static final int REFUSED = 2;

    /** A job's main, once help was not asked for. */
    @FunctionalInterface
    interface Main {
        void run(String[] args) throws Exception;
    }

    private Mains() {}

    static void run(String[] args, String help, Main main) throws Exception {
        if (Arrays.asList(args).contains("--help")) {
            System.out.print(help);
            return;
        }
        try {
            main.run(args);
        } catch (SettingsRejected e) {
            e.faults().forEach(fault -> System.err.println("xunjian: " + fault));
            System.exit(REFUSED);
        }
    }
}
