package io.xunjian.bench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command line that starts a contender. */
final class JavaCommand {

    /** Where {@code ./xunjian} is, as it says itself. */
    private static final Path HOME = Path.of(System.getProperty("xunjian.home", "."));

    private static final List<String> OPEN_PACKAGES = List.of(
            "java.io",
            "java.lang",
            "java.lang.reflect",
            "java.net",
            "java.nio",
            "java.text",
            "java.time",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "java.util.concurrent.locks",
            "sun.nio.ch");

    private JavaCommand() {}

    static List<String> of(Contender contender, String from, String to) throws IOException {
        List<String> command = new ArrayList<>();
        if (contender.isCommand()) {
            command.add(HOME.resolve("xunjian").toAbsolutePath().toString());
        } else {
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(contender.jvmOptions());
            OPEN_PACKAGES.forEach(open -> command.add("--add-opens=java.base/" + open + "=ALL-UNNAMED"));
            command.add("--add-exports=java.base/sun.net.util=ALL-UNNAMED");
            command.addAll(List.of("-cp", classpath(contender), contender.mainClass()));
        }
        command.addAll(contender.arguments(from, to));
        return command;
    }

    /** This program's own, but for one jar: Flink's RocksDB and that of Kafka Streams have the same classes. */
    private static String classpath(Contender contender) throws IOException {
        try (Stream<Path> jars = Files.list(HOME.resolve("benchmarks/target/dist/lib"))) {
            return jars.filter(jar -> !jar.getFileName().toString().startsWith(contender.withoutJar()))
                    .map(jar -> jar.toAbsolutePath().toString())
                    .sorted()
                    .collect(Collectors.joining(":"));
        }
    }
}
