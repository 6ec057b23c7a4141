package io.xunjian.console.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A class of ours as a process of its own, with the class path of this one. */
public final class JavaProcess implements AutoCloseable {

    private final Process process;
    private final Path output;

    private JavaProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts it in a folder, where what it prints stays. */
    public static JavaProcess start(Path folder, List<String> options, Class<?> main, List<String> args)
            throws IOException {
        Files.createDirectories(folder);
        Path classPath = folder.resolve("class-path.args");
        Files.writeString(
                classPath, "-cp\n\"" + System.getProperty("java.class.path").replace("\\", "\\\\") + "\"\n");
        Path output = folder.resolve("output.txt");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(options);
        command.add("@" + classPath);
        command.add(main.getName());
        command.addAll(args);
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
        return new JavaProcess(process, output);
    }

    public long pid() {
        return process.pid();
    }

    /** Everything that it and those before it in the same folder printed. */
    public String output() throws IOException {
        return Files.exists(output) ? Files.readString(output) : "";
    }

    /** Waits until it has printed this, for a minute at most. */
    public void awaitOutput(String text) throws IOException, InterruptedException {
        long giveUpAt = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!output().contains(text)) {
            if (System.nanoTime() - giveUpAt > 0 || process.waitFor(20, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("It did not print \"" + text + "\":\n" + output());
            }
        }
    }

    /** As {@code kill -9}. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
