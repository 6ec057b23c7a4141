package io.xunjian.cli;

import io.xunjian.cluster.Language;
import io.xunjian.cluster.ScreenSettings;
import picocli.CommandLine.Option;

/** What every command that shows alerts has in common. */
final class ScreenOptions {

    @Option(
            names = "--flink-port",
            paramLabel = "PORT",
            defaultValue = "8081",
            description = "Of Flink's web page. Default: ${DEFAULT-VALUE}")
    private int flinkPort;

    @Option(names = "--lang", paramLabel = "LANG", description = "en or zh. Default: the environment's.")
    private Language language = Language.ofUser();

    ScreenSettings settings() {
        return new ScreenSettings(flinkPort, language, Terminal.isOut());
    }
}
