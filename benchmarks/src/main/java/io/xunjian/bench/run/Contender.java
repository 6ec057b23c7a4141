package io.xunjian.bench.run;

import java.util.List;
import java.util.stream.Stream;

/**
 * Something that judges a workload, in a process of its own.
 *
 * @param name {@code ours-replay}, {@code duckdb-alerts}
 * @param mainClass {@code null} for a command of {@code ./xunjian}, which is run as a user runs it
 * @param arguments behind the places of input and output; of a command all, with {@code {events}} and {@code {out}}
 * @param withoutJar how the name of the jar begins that it must not see
 */
public record Contender(
        String name,
        Input input,
        Finds finds,
        String mainClass,
        List<String> arguments,
        List<String> jvmOptions,
        String withoutJar) {

    /** Where its events come from. */
    public enum Input {
        FILES,
        KAFKA
    }

    /** What it finds. */
    public enum Finds {
        /** Nothing: it only reads. */
        NOTHING,
        /** Late shipments; for order markets. */
        LATE_SHIPMENTS,
        /** What every rule finds; for any market. */
        ALL
    }

    private static final String ROCKSDB_OF_KAFKA_STREAMS = "rocksdbjni";
    private static final String ROCKSDB_OF_FLINK = "frocksdbjni";

    static Contender command(String name, Finds finds, String... arguments) {
        return new Contender(name, Input.FILES, finds, null, List.of(arguments), List.of(), "");
    }

    static Contender files(String name, Finds finds, Class<?> main, String heap, String... arguments) {
        return of(name, Input.FILES, finds, main, heap, arguments);
    }

    static Contender kafka(String name, Finds finds, Class<?> main, String heap, String... arguments) {
        return of(name, Input.KAFKA, finds, main, heap, arguments);
    }

    private static Contender of(
            String name, Input input, Finds finds, Class<?> main, String heap, String... arguments) {
        List<String> options = List.of("-Xms" + heap, "-Xmx" + heap, "-XX:+UseParallelGC");
        return new Contender(name, input, finds, main.getName(), List.of(arguments), options, ROCKSDB_OF_KAFKA_STREAMS);
    }

    Contender withRocksDbOfKafkaStreams() {
        return new Contender(name, input, finds, mainClass, arguments, jvmOptions, ROCKSDB_OF_FLINK);
    }

    boolean isCommand() {
        return mainClass == null;
    }

    /** All of its arguments. */
    List<String> arguments(String from, String to) {
        if (isCommand()) {
            return arguments.stream()
                    .map(argument -> argument.equals("{events}") ? from : argument.equals("{out}") ? to : argument)
                    .toList();
        }
        return Stream.concat(Stream.of(from, to), arguments.stream()).toList();
    }
}
