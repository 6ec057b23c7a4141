package io.xunjian.cluster.supervised;

import io.xunjian.jobs.SettingsRejected;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;

/** Properties to typed settings; every fault is kept, none stops the reading. */
final class SettingsReading {

    private static final Map<String, Integer> LEAST_MEMORY = Map.of(
            ClusterSettings.KAFKA_MEMORY, 256,
            ClusterSettings.JOBMANAGER_MEMORY, 768,
            ClusterSettings.TASKMANAGER_MEMORY, 1024,
            ClusterSettings.ZOOKEEPER_MEMORY, 64);

    private static final int MOST_MEMORY = 1 << 20;
    private static final int MOST = 64;

    private final Properties given;
    private final Path file;
    private final List<String> faults = new ArrayList<>();

    SettingsReading(Properties given, Path file) {
        this.given = given;
        this.file = file;
    }

    static Properties lines(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    /** The lines with another value for a name. */
    static List<String> with(List<String> lines, String name, String value) {
        List<String> changed = new ArrayList<>(lines);
        changed.removeIf(line -> line.strip().split("[=: ]", 2)[0].equals(name));
        changed.add(name + '=' + value);
        return changed;
    }

    ClusterSettings settings() throws SettingsRejected {
        boolean isHa = ha();
        Map<String, Integer> counts = counts();
        int flinks = counts.get(ClusterSettings.TASKMANAGERS) + (isHa ? 2 : 1);
        ClusterSettings settings = new ClusterSettings(ports(isHa, flinks), memory(), counts, isHa);
        for (String name : new TreeSet<>(given.stringPropertyNames())) {
            if (!isKnown(name)) {
                faults.add(file + ": " + name + " is not known");
            }
        }
        int slots = settings.count(ClusterSettings.TASKMANAGERS) * settings.count(ClusterSettings.SLOTS);
        if (settings.count(ClusterSettings.PARALLELISM) > slots) {
            faults.add(file + ": parallelism is " + settings.count(ClusterSettings.PARALLELISM)
                    + ", but there are only " + slots + " slots (taskmanagers times taskmanager.slots)");
        }
        if (!faults.isEmpty()) {
            throw new SettingsRejected(faults);
        }
        return settings;
    }

    /** @param flinks how many processes Flink has */
    private Map<String, Integer> ports(boolean isHa, int flinks) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        Map<Integer, String> taken = new HashMap<>();
        for (String name : ClusterSettings.PORTS) {
            int port = number(name, 1, 65_535);
            if (isHa || !ClusterSettings.PORTS_OF_HA.contains(name)) {
                take(name, port, ports, taken);
            }
        }
        int metrics = number(ClusterSettings.METRICS_PORT, 0, 65_535 - MOST - 1);
        for (int n = 0; metrics > 0 && n < flinks; n++) {
            take(
                    n == 0 ? ClusterSettings.METRICS_PORT : ClusterSettings.METRICS_PORT + " + " + n,
                    metrics + n,
                    ports,
                    taken);
        }
        return ports;
    }

    private void take(String name, int port, Map<String, Integer> ports, Map<Integer, String> taken) {
        ports.put(name, port);
        String other = taken.put(port, name);
        if (other != null) {
            faults.add(file + ": " + other + " and " + name + " are both " + port);
        }
    }

    private Map<String, Integer> memory() {
        Map<String, Integer> memory = new HashMap<>();
        for (String name : ClusterSettings.MEMORY) {
            memory.put(name, number(name, LEAST_MEMORY.get(name), MOST_MEMORY));
        }
        return memory;
    }

    private Map<String, Integer> counts() {
        Map<String, Integer> counts = new HashMap<>();
        for (String name : ClusterSettings.COUNTS) {
            counts.put(name, number(name, 1, MOST));
        }
        return counts;
    }

    private boolean ha() {
        String value = given.getProperty(ClusterSettings.HA).strip();
        if (!value.equals("true") && !value.equals("false")) {
            faults.add(file + ": ha is '" + value + "', expected true or false");
        }
        return value.equals("true");
    }

    private int number(String name, int least, int most) {
        String value = given.getProperty(name).strip();
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, with the value
        }
        faults.add(file + ": " + name + " is '" + value + "', expected a whole number from " + least + " to " + most);
        return least;
    }

    private static boolean isKnown(String name) {
        return ClusterSettings.PORTS.contains(name)
                || ClusterSettings.MEMORY.contains(name)
                || ClusterSettings.COUNTS.contains(name)
                || name.equals(ClusterSettings.METRICS_PORT)
                || name.equals(ClusterSettings.HA);
    }
}
