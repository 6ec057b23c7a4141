package io.xunjian.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Where live jobs have their rule files from. */
final class RuleTopicOptions {

    @Option(names = "--bootstrap", required = true, paramLabel = "HOST:PORT", description = "Kafka brokers.")
    private String bootstrap;

    @Option(names = "--kafka-properties", paramLabel = "FILE", description = "Further settings of the Kafka clients.")
    private String properties;

    @Option(names = "--topic-prefix", paramLabel = "TEXT", description = "Before the name of every topic.")
    private String prefix;

    /** As jobs read them. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("--bootstrap", bootstrap));
        if (properties != null) {
            arguments.addAll(List.of("--kafka-properties", properties));
        }
        if (prefix != null) {
            arguments.addAll(List.of("--topic-prefix", prefix));
        }
        return arguments;
    }
}
