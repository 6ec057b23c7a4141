package io.xunjian.cli;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A live job that is started elsewhere, and what is told of it. */
final class WatchOptions {

    @Mixin
    private LiveOptions live;

    @Option(names = "--no-wait", description = "Do not wait for the first checkpoint.")
    private boolean isImpatient;

    @Option(names = "--json", description = "Print what was started as JSON.")
    private boolean isJson;

    boolean isForgetful() {
        return live.isForgetful();
    }

    boolean isImpatient() {
        return isImpatient;
    }

    boolean isJson() {
        return isJson;
    }

    /**
     * What the job is given.
     *
     * @param before settings that these go before
     */
    List<String> arguments(Map<String, String> before) {
        return live.arguments(before);
    }
}
