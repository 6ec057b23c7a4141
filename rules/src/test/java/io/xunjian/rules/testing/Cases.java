package io.xunjian.rules.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The reference histories: events, and the net alerts that every runner must end with. */
public final class Cases {

    public static final List<String> NAMES = List.of(
            "complaint-business-clock",
            "cs-unreachable-windows",
            "late-shipment-boundaries",
            "mixed-1",
            "mixed-2",
            "mixed-3",
            "provider-inactive-dates");

    private static final Map<String, Path> FOLDERS = new ConcurrentHashMap<>();

    private Cases() {}

    /**
     * One reference history.
     *
     * @param folder holds {@code events/}, {@code expected.jsonl} and {@code README.md}
     */
    public record Case(String name, Path folder) {

        /** A folder of events as a backtest reads it. */
        public Path events() {
            return folder.resolve("events");
        }

        /** The net alerts, in the order of {@code alerts.jsonl}. */
        public List<NetAlert> expected() throws IOException {
            return NetAlert.net(NetAlert.read(folder.resolve("expected.jsonl")));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Every case. */
    public static List<Case> all() {
        return NAMES.stream().map(Cases::named).toList();
    }

    public static Case named(String name) {
        return new Case(name, FOLDERS.computeIfAbsent(name, Cases::folder));
    }

    private static Path folder(String name) {
        URL readme = Cases.class.getResource("/cases/" + name + "/README.md");
        if (readme == null) {
            throw new IllegalArgumentException("There is no case " + name);
        }
        try {
            return readme.openConnection() instanceof JarURLConnection jar
                    ? unpacked(name, jar)
                    : Path.of(readme.toURI()).getParent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path unpacked(String name, JarURLConnection connection) throws IOException, URISyntaxException {
        Path target = Files.createTempDirectory("case-" + name + "-");
        target.toFile().deleteOnExit();
        Path jar = Path.of(connection.getJarFileURL().toURI());
        try (FileSystem inJar = FileSystems.newFileSystem(jar)) {
            Path source = inJar.getPath("cases", name);
            for (Path path : tree(source)) {
                Path copy = target.resolve(source.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy);
                }
                copy.toFile().deleteOnExit();
            }
        }
        return target;
    }

    private static List<Path> tree(Path source) throws IOException {
        try (var paths = Files.walk(source)) {
            List<Path> tree = new ArrayList<>(paths.toList());
            tree.remove(source);
            return tree;
        }
    }
}
