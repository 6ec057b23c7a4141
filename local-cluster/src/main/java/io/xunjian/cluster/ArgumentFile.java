package io.xunjian.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A file of arguments for {@code java}: a class path may be longer than a command can be. */
public final class ArgumentFile {

    private ArgumentFile() {}

    /** Writes options and a class path, one argument a line. */
    public static void write(Path file, List<String> options, List<Path> classPath) throws IOException {
        List<String> arguments = new ArrayList<>(options);
        arguments.add("-cp");
        arguments.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        Files.write(file, arguments.stream().map(ArgumentFile::quoted).toList());
    }

    /** What this process was started with. */
    public static List<Path> ownClassPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath())
                .toList();
    }

    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
