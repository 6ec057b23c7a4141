package io.xunjian.console;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Command line arguments as {@code --name value}, each at most once. */
final class Arguments {

    private final Map<String, String> given = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();
    private final List<String> faults = new ArrayList<>();

    Arguments(String[] args) {
        for (int i = 0; i < args.length; i++) {
            if (!args[i].startsWith("--")) {
                faults.add("'" + args[i] + "' has no name: arguments are --name value");
            } else if (i + 1 == args.length || args[i + 1].startsWith("--")) {
                faults.add(args[i] + " has no value");
            } else if (given.putIfAbsent(args[i].substring(2), args[i + 1]) != null) {
                faults.add(args[i++] + " is given twice");
            } else {
                i++;
            }
        }
    }

    Optional<String> find(String name) {
        asked.add(name);
        return Optional.ofNullable(given.get(name));
    }

    String text(String name, String orElse) {
        return find(name).orElse(orElse);
    }

    /** Those whose names begin so, by the rest of their names. */
    Map<String, String> startingWith(String prefix) {
        Map<String, String> found = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                asked.add(name);
                found.put(name.substring(prefix.length()), value);
            }
        });
        return found;
    }

    void fault(String message) {
        faults.add(message);
    }

    /**
     * Ends the reading.
     *
     * @throws SettingsRejected if there was any fault, or an argument that nothing asked for
     */
    void check() throws SettingsRejected {
        for (String name : given.keySet()) {
            if (!asked.contains(name)) {
                faults.add("--" + name + " is not known; see --help");
            }
        }
        if (!faults.isEmpty()) {
            throw new SettingsRejected(faults);
        }
    }
}
