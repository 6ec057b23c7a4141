package io.xunjian.cluster;

import io.xunjian.console.CannotOpen;
import io.xunjian.console.Console;
import io.xunjian.console.ConsoleSettings;
import io.xunjian.console.desk.DecisionTopic;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** The alert desk, in this process. */
public final class LocalConsole implements AutoCloseable {

    private final Console console;

    private LocalConsole(Console console) {
        this.console = console;
    }

    /**
     * Runs the desk over a Kafka that is there already, until the process is asked to end.
     *
     * @throws CannotStart if no broker answers, the port is taken, or the database cannot be used
     */
    public static void run(ConsoleSettings settings, PrintStream out) throws Exception {
        try {
            DecisionTopic.make(settings.client(), settings.topic("decisions"));
        } catch (ExecutionException e) {
            throw new CannotStart("Kafka at " + settings.client().getProperty("bootstrap.servers")
                    + " has no topic " + settings.topic("decisions") + " and makes none: "
                    + e.getCause().getMessage());
        }
        try (Parts parts = new Parts(out)) {
            LocalConsole console = start(settings);
            parts.keep(console::close);
            out.println("The console is at " + console.address() + ". Ctrl-C ends it.");
            console.firstPassword()
                    .ifPresent(password -> out.println("Sign in as admin, password " + password
                            + ": it is told this once; set another at the console."));
            parts.awaitEnd(() -> {});
        }
    }

    static LocalConsole start(ConsoleSettings settings) {
        try {
            return new LocalConsole(Console.start(settings));
        } catch (CannotOpen e) {
            throw new CannotStart(e.getMessage());
        }
    }

    /** Where to look at it: {@code http://127.0.0.1:8088}. */
    String address() {
        return "http://" + console.address().getHostString() + ':'
                + console.address().getPort();
    }

    private Optional<String> firstPassword() {
        return console.firstPassword();
    }

    /**
     * The password of {@code admin} as the first start made it, from a file that is its user's alone.
     *
     * @param file written where this start is the first
     */
    String passwordKeptIn(Path file) throws IOException {
        if (firstPassword().isPresent()) {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, firstPassword().get());
        }
        return Files.exists(file) ? Files.readString(file) : "";
    }

    @Override
    public void close() {
        console.close();
    }
}
